import { readFileSync } from "node:fs";
import type { Diagnostic } from "@spanbridge/shared/contracts";
import type { ParsedItem, ParseOptions, Parser, SerialiseOptions, Serialiser } from "../src/codec.ts";
import type { SegmentRecord } from "../src/record.ts";

const encoder = new TextEncoder();

export const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

export const anyLabel: ParseOptions = { file: "test", labels: null };

export type Parsed = {
  readonly items: readonly ParsedItem[];
  readonly records: readonly SegmentRecord[];
  readonly bad: readonly (readonly Diagnostic[])[];
  /** What was said about the file and about good rows. */
  readonly remarks: readonly Diagnostic[];
  readonly totals: Parser["totals"];
};

/** Parses bytes cut at the given places. */
export function parse(
  codec: { createParser(options: ParseOptions): Parser },
  input: Uint8Array | string,
  options: Partial<ParseOptions> = {},
  cuts: readonly number[] = [],
): Parsed {
  const bytes = typeof input === "string" ? bytesOf(input) : input;
  const parser = codec.createParser({ ...anyLabel, ...options });
  const items: ParsedItem[] = [];
  let from = 0;
  for (const to of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
    // A copy that is overwritten afterwards: a parser must not keep the caller's buffer.
    const piece = bytes.slice(from, to);
    items.push(...parser.push(piece));
    piece.fill(0x21);
    from = to;
  }
  items.push(...parser.end());
  const records: SegmentRecord[] = [];
  const bad: (readonly Diagnostic[])[] = [];
  const remarks: Diagnostic[] = [];
  for (const item of items) {
    if (item.kind === "record") records.push(item.record);
    if (item.kind === "record") remarks.push(...item.warnings);
    if (item.kind === "bad") bad.push(item.diagnostics);
    if (item.kind === "file") remarks.push(item.diagnostic);
  }
  return { items, records, bad, remarks, totals: parser.totals };
}

export function write(
  codec: { createSerialiser(options?: SerialiseOptions): Serialiser<string> },
  records: readonly SegmentRecord[],
  sourceLang: string | null = null,
): { text: string; serialiser: Serialiser<string> } {
  const serialiser = codec.createSerialiser({ sourceLang });
  const text = records.map((record) => serialiser.segment(record)).join("") + serialiser.end();
  return { text, serialiser };
}
