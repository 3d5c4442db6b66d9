import { readFile } from "node:fs/promises";
import path from "node:path";
import { codecs, type SegmentRecord } from "@spanbridge/formats";
import { AppError } from "../error.ts";

/** The records of a pairs file; a file with a bad row is refused with the first reasons, so that no row goes missing unseen. */
export async function readPairs(file: string): Promise<SegmentRecord[]> {
  const parser = codecs.pairs.createParser({ file: path.basename(file), labels: null });
  const bytes = await readBytes(file);
  const records: SegmentRecord[] = [];
  const problems: string[] = [];
  const piece = 256 * 1024;
  for (let at = 0; at <= bytes.length; at += piece) {
    const items = at < bytes.length ? parser.push(bytes.subarray(at, at + piece)) : [];
    if (at + piece >= bytes.length) items.push(...parser.end());
    for (const item of items) {
      if (item.kind === "record") records.push(item.record);
      else if (item.kind === "bad") {
        problems.push(...item.diagnostics.map(({ message }) => `line ${item.row}: ${message}`));
      } else if (item.diagnostic.severity === "error") problems.push(item.diagnostic.message);
    }
    if (at + piece >= bytes.length) break;
  }
  if (problems.length > 0) {
    const shown = problems.slice(0, 5).join("\n  ");
    throw new AppError("invalid_input", `${file} has bad rows, nothing was done:\n  ${shown}`);
  }
  return records;
}

export async function readBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    throw new AppError(
      "not_found",
      `${file} cannot be read: ${error instanceof Error ? error.message : error}.`,
    );
  });
}
