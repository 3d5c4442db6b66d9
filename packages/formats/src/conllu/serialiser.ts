import { Text } from "@spanbridge/shared";
import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { commentsOf } from "../iob2/comments.ts";
import { LossCounter } from "../losses.ts";
import type { SegmentRecord } from "../record.ts";
import { foldBreaks } from "../tokens/fold.ts";
import { countLosses, type Lose, loser } from "../tokens/losses.ts";
import { sliceOf } from "../tokens/own-tokens.ts";
import { type Placed, place } from "../tokens/place.ts";
import { tagsOf } from "../tokens/schemes.ts";
import { readMisc, withValue, writeMisc } from "./misc.ts";
import { conlluExportOptions } from "./options.ts";
import { LINES_KEY } from "./parser.ts";

/** Writes the source side as CoNLL-U: what was imported as such keeps its syntax, with the entities of now in MISC. */
export function createConlluSerialiser(options: SerialiseOptions = {}): Serialiser<string> {
  const { key, scheme, ...policy } = conlluExportOptions.read(options.options);
  const losses = new LossCounter();
  const totals = { segments: 0, spans: 0, links: 0 };
  let document: string | null = null;
  let seen = 0;
  return {
    totals,
    losses: () => losses.list(),
    end: () => "",
    segment: (record) => {
      seen++;
      const lose = loser(losses, record.id ?? `(segment ${seen})`);
      const text = fold(record.annotation.sourceText, lose);
      const placed = place(record, text, options.sourceLang ?? "und", policy, lose);
      const written = placed.spans.map(({ span }) => span);
      const stored = storedLines(record, placed);
      countMetadata(record, stored !== undefined, written, lose);
      if (placed.ranges.length === 0) {
        lose("no_tokens", record.annotation.sourceText);
        return "";
      }
      const lines: string[] = [];
      if (record.document !== document) {
        document = record.document;
        lines.push(document === null ? "# newdoc" : `# newdoc id = ${fold(document, lose)}`);
      }
      if (record.id !== null) lines.push(`# sent_id = ${fold(record.id, lose)}`);
      lines.push(`# text = ${text}`, ...commentsOf(record));
      const tags = tagsOf(placed.forms.length, placed.spans, scheme);
      let word = 0;
      for (const line of stored ?? newLines(placed, new Text(text))) {
        const tag = WORD_LINE.test(line) ? tags[word++] : "O";
        lines.push(tag === undefined || tag === "O" ? line : tagged(line, key, tag));
      }
      totals.segments++;
      totals.spans += written.length;
      return `${lines.join("\n")}\n\n`;
    },
  };
}

const WORD_LINE = /^\d+\t/;

function tagged(line: string, key: string, tag: string): string {
  const at = line.lastIndexOf("\t") + 1;
  return line.slice(0, at) + writeMisc(withValue(readMisc(line.slice(at)), key, tag));
}

/** The imported lines, where they are about these tokens. */
function storedLines({ meta }: SegmentRecord, { forms }: Placed): readonly string[] | undefined {
  const stored = meta?.extra?.[LINES_KEY];
  if (!Array.isArray(stored)) return undefined;
  const lines: string[] = [];
  let word = 0;
  for (const line of stored) {
    if (typeof line !== "string" || /[\n\r]/.test(line) || line.split("\t").length !== 10) return undefined;
    const [id = "", form] = line.split("\t");
    if (/^\d+$/.test(id)) {
      if (id !== String(word + 1) || form !== forms[word]) return undefined;
      word++;
    } else if (!/^(?:\d+-\d+|\d+\.\d+)$/.test(id)) return undefined;
    lines.push(line);
  }
  return word === forms.length ? lines : undefined;
}

/** Tokens that share a range are the words of a multiword token. */
function newLines({ ranges, forms }: Placed, text: Text): readonly string[] {
  const lines: string[] = [];
  const same = (a: number, b: number) =>
    ranges[a]?.[0] === ranges[b]?.[0] && ranges[a]?.[1] === ranges[b]?.[1];
  for (let at = 0; at < forms.length; at++) {
    const [start, end] = ranges[at] ?? [0, 0];
    let to = at + 1;
    while (to < forms.length && same(at, to)) to++;
    const misc = to < forms.length && ranges[to]?.[0] === end ? "SpaceAfter=No" : "_";
    const isFirst = at === 0 || !same(at - 1, at);
    if (isFirst && to > at + 1) lines.push(lineOf(`${at + 1}-${to}`, sliceOf(text, [start, end]), misc));
    const isPart = !isFirst || to > at + 1;
    lines.push(lineOf(String(at + 1), forms[at] ?? "", isPart ? "_" : misc));
  }
  return lines;
}

const lineOf = (id: string, form: string, misc: string): string =>
  `${id}\t${form}\t${"_\t".repeat(7)}${misc}`;

function countMetadata(
  record: SegmentRecord,
  keepsLines: boolean,
  written: Parameters<typeof countLosses>[1],
  lose: Lose,
): void {
  const keeps = { document: true, language: true, key: keepsLines ? LINES_KEY : null, spanKey: null };
  const quiet: Lose = (code, what) => {
    if (code !== "metadata" || what !== "comments" || commentsOf(record).length === 0) lose(code, what);
  };
  countLosses(record, written, keeps, quiet);
}

function fold(value: string, lose: Lose): string {
  const folded = foldBreaks(value);
  if (folded !== value) lose("line_breaks", folded);
  return folded;
}
