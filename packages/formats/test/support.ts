import { readFileSync } from "node:fs";
import type { Diagnostic, OptionValues } from "@spanbridge/shared/contracts";
import type { Codec, ParsedItem, ParseOptions, Parser, SerialiseOptions, Serialiser } from "../src/codec.ts";
import type { SegmentRecord } from "../src/record.ts";
import { dataAlone } from "../src/registry.ts";

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
  return gathered(items, parser);
}

function gathered(items: readonly ParsedItem[], { totals }: Parser): Parsed {
  const records: SegmentRecord[] = [];
  const bad: (readonly Diagnostic[])[] = [];
  const remarks: Diagnostic[] = [];
  for (const item of items) {
    if (item.kind === "record") records.push(item.record);
    if (item.kind === "record") remarks.push(...item.warnings);
    if (item.kind === "bad") bad.push(item.diagnostics);
    if (item.kind === "file") remarks.push(item.diagnostic);
  }
  return { items, records, bad, remarks, totals };
}

export function write(
  codec: { createSerialiser(options?: SerialiseOptions): Serialiser<string> },
  records: readonly SegmentRecord[],
  sourceLang: string | null = null,
  options: OptionValues = {},
): { text: string; serialiser: Serialiser<string> } {
  const serialiser = codec.createSerialiser({ sourceLang, options });
  const text = records.map((record) => serialiser.segment(record)).join("") + serialiser.end();
  return { text, serialiser };
}

/** The same for any codec: one that is loaded first, or reads from the end. */
export async function parseAny(
  codec: Codec,
  bytes: Uint8Array,
  options: Partial<ParseOptions> = {},
): Promise<Parsed> {
  const parser = await codec.createParser?.({ ...anyLabel, ...options });
  if (!parser) throw new Error(`${codec.id} does not import`);
  const items = [...parser.push(bytes), ...parser.end()];
  if (parser.rest) for await (const more of parser.rest()) items.push(...more);
  return gathered(items, parser);
}

/** What any codec writes, as bytes; as one file where it can also make an archive. */
export async function writeAny(
  codec: Codec,
  records: readonly SegmentRecord[],
  options: SerialiseOptions = {},
): Promise<{ bytes: Uint8Array; serialiser: Serialiser }> {
  const plain = dataAlone(codec);
  const serialiser = await codec.createSerialiser?.({
    ...options,
    options: { ...plain, ...options.options },
  });
  if (!serialiser) throw new Error(`${codec.id} does not export`);
  const pieces = [...records.map((record) => serialiser.segment(record)), serialiser.end()];
  const bytes = pieces.map((piece) => (typeof piece === "string" ? bytesOf(piece) : piece));
  return { bytes: Uint8Array.from(bytes.flatMap((piece) => [...piece])), serialiser };
}
