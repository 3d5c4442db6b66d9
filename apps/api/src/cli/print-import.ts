import type { Diagnostic, ImportReport } from "@spanbridge/shared/contracts";

const numbers = new Intl.NumberFormat("en");

/** The report for people: what is wrong on stderr, the result on stdout. Or, for programs, all of it on stdout. */
export function printImport(
  project: string,
  report: ImportReport,
  { json, strict }: { json: boolean; strict: boolean },
): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ project, ...report })}\n`);
    return;
  }
  for (const diagnostic of report.diagnostics) process.stderr.write(`${lineOf(diagnostic)}\n`);
  const listed = report.diagnostics.length;
  const all = Object.values(report.diagnosticCounts).reduce((sum, count) => sum + count, 0);
  if (all > listed) {
    const counts = Object.entries(report.diagnosticCounts).map(
      ([code, count]) => `${code} ${numbers.format(count)}`,
    );
    process.stderr.write(`… and ${numbers.format(all - listed)} more. In all: ${counts.join(", ")}.\n`);
  }
  process.stdout.write(`${sentence(project, report, strict)}\n`);
}

const lineOf = ({ severity, file, row, field, message }: Diagnostic): string =>
  `${file}${row > 0 ? `:${row}` : ""}${field ? ` ${field}` : ""}: ${severity === "warning" ? "warning: " : ""}${message}`;

function sentence(project: string, report: ImportReport, strict: boolean): string {
  const { outcome, rows, imported, unchanged, skipped, spans, links } = report;
  const of = `${numbers.format(rows)} ${rows === 1 ? "row" : "rows"}`;
  switch (outcome) {
    case "imported":
      return `${project}: ${of} read, ${numbers.format(imported)} imported with ${numbers.format(spans)} spans and ${numbers.format(links)} links, ${numbers.format(unchanged)} there already, ${numbers.format(skipped)} left out.`;
    case "unchanged":
      return `${project}: ${of} read, nothing new: ${numbers.format(unchanged)} there already, ${numbers.format(skipped)} left out.`;
    case "refused":
      return strict
        ? `${of} read; something is wrong with them, and --strict keeps nothing then.`
        : `${of} read, none of them usable. Nothing was kept.`;
    case "cancelled":
      return "Cancelled. Nothing was kept.";
  }
}
