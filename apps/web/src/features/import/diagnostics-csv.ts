import type { Diagnostic } from "@spanbridge/shared/contracts";

const HEADER = ["severity", "row", "field", "code", "message", "file"] as const;

/** One cell: quoted where it must be; what a spreadsheet would run as a formula is kept text by a leading apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Diagnostics as CSV (RFC 4180, with a header). */
export function diagnosticsCsv(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map((diagnostic) => HEADER.map((column) => cell(diagnostic[column])).join(","));
  return [HEADER.join(","), ...rows, ""].join("\r\n");
}
