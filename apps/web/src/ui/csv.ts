/** One cell: quoted where it must be; what a spreadsheet would run as a formula is kept text by a leading apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180, with a header). */
export const csvOf = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [...[header, ...rows].map((row) => row.map(cell).join(",")), ""].join("\r\n");
