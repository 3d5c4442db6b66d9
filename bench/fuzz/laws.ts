import type { ParsedItem, ParseOptions, SegmentRecord, TextCodec } from "@spanbridge/formats";
import type { Random } from "../support/random.ts";

/** Broken laws of one file; empty when all hold. */
export type Verdict = { readonly items: readonly ParsedItem[]; readonly broken: readonly string[] };

/** What may be wrong with a row as a whole; every other error names the field. */
const OF_THE_ROW = new Set(["invalid_json", "not_an_object", "encoding", "line_too_long"]);

/** Parses a file whole and in pieces, and checks what must hold for any bytes. */
export function judge(codec: TextCodec, bytes: Uint8Array, options: ParseOptions, random: Random): Verdict {
  const broken: string[] = [];
  const expect = (law: boolean, name: string): void => {
    if (!law) broken.push(name);
  };
  const { items, totals } = parse(codec, [bytes], options);
  const pieces = parse(codec, cut(bytes, random), options);
  expect(JSON.stringify(pieces.items) === JSON.stringify(items), "the same in pieces");

  const records = items.flatMap((item) => (item.kind === "record" ? [item.record] : []));
  const bad = items.filter(({ kind }) => kind === "bad").length;
  expect(totals.rows === totals.records + totals.bad, "rows = records + bad");
  expect(totals.records === records.length && totals.bad === bad, "totals of the items");
  expect(totals.spans === sum(records, ({ annotation }) => annotation.spans.length), "total of spans");
  expect(totals.links === sum(records, ({ annotation }) => annotation.links.length), "total of links");
  const counted = countRows(codec, bytes, items);
  expect(
    counted === undefined || counted === totals.rows,
    `rows counted by hand: ${counted} (${totals.rows})`,
  );
  for (const item of items) {
    if (item.kind === "bad") expect(hasReason(item, options.file), `reason: ${JSON.stringify(item)}`);
  }
  expect(Object.keys(Object.prototype).length === 0, "nothing put on the prototype of objects");
  broken.push(...roundTrip(codec, records, options));
  return { items, broken };
}

function parse(codec: TextCodec, pieces: readonly Uint8Array[], options: ParseOptions) {
  const parser = codec.createParser(options);
  const items = pieces.flatMap((piece) => parser.push(piece));
  items.push(...parser.end());
  return { items, totals: parser.totals };
}

function cut(bytes: Uint8Array, random: Random): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let from = 0;
  while (from < bytes.length) {
    const to = from + 1 + random.below(random.next() < 0.2 ? 3 : 700);
    pieces.push(bytes.slice(from, to));
    from = to;
  }
  return pieces;
}

const sum = (records: readonly SegmentRecord[], of: (record: SegmentRecord) => number): number =>
  records.reduce((total, record) => total + of(record), 0);

function hasReason(item: ParsedItem & { kind: "bad" }, file: string): boolean {
  return (
    item.row >= 1 &&
    item.diagnostics[0]?.severity === "error" &&
    item.diagnostics.every(
      (each) =>
        each.file === file &&
        each.row >= item.row &&
        each.message.length > 10 &&
        (each.field !== "" || OF_THE_ROW.has(each.code)),
    )
  );
}

/** The number of rows, found in another way; undefined where only a parser can say. */
function countRows(codec: TextCodec, bytes: Uint8Array, items: readonly ParsedItem[]): number | undefined {
  const refused = items.some(
    ({ kind, ...rest }) => kind === "file" && "diagnostic" in rest && isRefusal(rest),
  );
  if (refused) return 0;
  const lines = new TextDecoder("utf-8").decode(bytes).split("\n");
  if (codec.id === "pairs") return lines.filter((line) => line.trim() !== "").length;
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === "") blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  const withLines = blocks.filter((block) => block.length > 0);
  const unclear = withLines.some((block) => block.every((line) => line.startsWith("#")));
  return unclear ? undefined : withLines.length;
}

const isRefusal = ({ diagnostic }: { diagnostic: { severity: string; code: string } }): boolean =>
  diagnostic.severity === "error" && diagnostic.code !== "empty_file";

/** What went in comes out, and means and reads the same when it goes in again. */
function roundTrip(codec: TextCodec, records: readonly SegmentRecord[], options: ParseOptions): string[] {
  if (records.length === 0) return [];
  const broken: string[] = [];
  const first = write(codec, records, options);
  const again = parse(codec, [new TextEncoder().encode(first.text)], { ...options, maxLineBytes: 1e8 });
  const back = again.items.flatMap((item) => (item.kind === "record" ? [item.record] : []));
  const unwritten = first.losses.get("no_tokens") ?? 0;
  if (back.length !== records.length - unwritten) broken.push("all records come back");
  if (codec.id === "pairs" && JSON.stringify(back) !== JSON.stringify(records))
    broken.push("records come back as they were");
  if (codec.id === "pairs" && first.losses.size > 0) broken.push("nothing is lost");
  if (again.totals.spans !== first.spans) broken.push("all spans come back");
  if (write(codec, back, options).text !== first.text)
    broken.push("the second export is the first, byte for byte");
  return broken;
}

function write(codec: TextCodec, records: readonly SegmentRecord[], { sourceLang }: ParseOptions) {
  // A pairs file then says no language where the first one said none.
  const serialiser = codec.createSerialiser(codec.id === "pairs" ? {} : { sourceLang: sourceLang ?? null });
  const text = records.map((record) => serialiser.segment(record)).join("") + serialiser.end();
  const losses = new Map(serialiser.losses().map(({ code, count }) => [code, count]));
  return { text, losses, spans: serialiser.totals.spans };
}
