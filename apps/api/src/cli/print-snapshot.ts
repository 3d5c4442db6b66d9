import type { SnapshotPreview } from "@spanbridge/shared/contracts";

/** One line for each split, then what is in none and why. */
export function printCounts({ counts, duplicates, unassigned }: SnapshotPreview): string {
  const lines = counts.map(({ split, segments, documents, spans, links, labels }) => {
    const byLabel = labels.map(({ label, source, pivot }) => `${label} ${source}/${pivot}`).join(", ");
    return `${(split ?? "(none)").padEnd(7)} ${segments} segments, ${documents} documents, ${spans} spans, ${links} links${byLabel && ` (${byLabel})`}`;
  });
  if (duplicates > 0)
    lines.push(`${duplicates} segments are in no split: their text is in one that is held out.`);
  if (unassigned > 0) lines.push(`${unassigned} segments are in no split: the field says nothing of them.`);
  return lines.map((line) => `${line}\n`).join("");
}
