import { codePoint, Text } from "@spanbridge/shared";
import type { ParsedItem } from "../codec.ts";
import type { FileContext } from "../context.ts";
import { RowReport } from "../diagnostics.ts";
import { type Draft, type DraftSpan, recordOf } from "../foreign/draft.ts";
import { show } from "../show.ts";
import type { Tally } from "../totals.ts";
import { type NamedPiece, readObjects, readSpans, readTokens, squeeze } from "./files.ts";

/** The four files of a document, read whole. */
export type FactDocument = {
  readonly name: string;
  readonly folder: string | null;
  readonly txt: string;
  readonly tokens: string;
  readonly spans: string;
  readonly objects: string;
};
export type Choice = {
  readonly segments: "sentences" | "lines" | "documents";
  readonly entities: "objects" | "spans";
};

/** Half-open, in code points of the document. */
type Range = { readonly start: number; readonly end: number };
type Found = Range & { readonly id: string | null; readonly label: string; readonly gaps: boolean };

/** What is wrong with a file as such makes the document a bad row: nothing can be said of its segments. */
export function readDocument(
  doc: FactDocument,
  file: string,
  { segments, entities }: Choice,
  context: FileContext,
  totals: Tally,
): ParsedItem[] {
  const report = new RowReport(file, 1);
  const sentences = readTokens(doc.tokens, report);
  const spans = readSpans(doc.spans, report);
  const objects = readObjects(doc.objects, report);
  const text = new Text(doc.txt);
  for (const token of sentences.flat()) checkWords("tokens", token, text, report);
  for (const span of spans) checkWords("spans", span, text, report);
  const found = entities === "spans" ? spans.map((span) => ({ ...span, id: null, gaps: false })) : joined();
  const parts = segments === "sentences" ? partsOfSentences() : partsOfLines(text, segments === "lines");
  const homes = found.map((entity) => parts.findIndex((part) => within(entity, part)));
  for (const [index, { label, start, end }] of found.entries()) {
    if (homes[index] !== -1) continue;
    const message = `${label} (${start} to ${end}) is not within one segment. Read whole documents, perhaps.`;
    report.error(entities, "outside_text", message);
  }
  if (report.failed) return [totals.close(undefined, report)];
  return parts.map((part, index) => {
    const own = new RowReport(file, lineOf(part.start));
    if (index === 0 && segments === "sentences") remarkOnRest(own);
    const here = found.filter((_, at) => homes[at] === index);
    const record = recordOf(draftOf(part, index, here, own), context, own);
    return totals.close(record, own);
  });

  /** Of each object the stretch from its first span to its last. */
  function joined(): Found[] {
    const places = Map.groupBy(spans, ({ id }) => id);
    return objects.flatMap(({ id, label, spans: ids }) => {
      const own = ids.flatMap((each) => places.get(each)?.slice(0, 1) ?? []);
      for (const each of ids.filter((one) => !places.has(one))) {
        report.error("objects", "unknown_id", `The object ${id} names the span ${each}, which is not there.`);
      }
      if (own.length === 0) return [];
      const start = Math.min(...own.map((span) => span.start));
      const end = Math.max(...own.map((span) => span.end));
      return [{ id, label, start, end, gaps: hasGaps(own, text) }];
    });
  }

  function partsOfSentences(): Range[] {
    return sentences.map((tokens) => ({ start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 }));
  }

  /** Words between sentences are in no segment. */
  function remarkOnRest(own: RowReport): void {
    const edges = [...parts.map(({ start }) => start), text.length];
    const left = [0, ...parts.map(({ end }) => end)].map((from, at) =>
      slice(text, from, Math.max(from, edges[at] ?? from)).trim(),
    );
    const words = left.filter((each) => each !== "");
    if (words.length === 0) return;
    own.warning("tokens", "text_left", `Text in no sentence was left out: ${show(words.join(" … "))}.`);
  }

  function lineOf(offset: number): number {
    return slice(text, 0, offset).split("\n").length;
  }

  function draftOf(part: Range, index: number, here: readonly Found[], own: RowReport): Draft {
    const whole = segments === "documents";
    const tokens = sentences.flat().filter((token) => within(token, part));
    return {
      id: whole ? doc.name : `${doc.name}:${index + 1}`,
      document: whole ? doc.folder : doc.name,
      sourceText: slice(text, part.start, part.end),
      pivotText: "",
      unit: "code points",
      spans: once(here, own).map((entity) => spanOf(entity, part, own)),
      links: [],
      tokens: { source: { ranges: tokens.map(({ start, end }) => [start - part.start, end - part.start]) } },
    };
  }
}

const within = ({ start, end }: Range, part: Range): boolean => part.start <= start && end <= part.end;
const slice = (text: Text, start: number, end: number): string =>
  text.slice({ start: codePoint(start), end: codePoint(end) });

function spanOf({ id, label, start, end, gaps }: Found, part: Range, report: RowReport): DraftSpan {
  const field = id === null ? `${label} ${start}` : `object ${id}`;
  if (gaps) report.warning(field, "gaps", "A span with gaps is taken from its first to its last character.");
  return { field, side: "source", id, start: start - part.start, end: end - part.start, label };
}

/** Entities that stand at the same place with the same label, once. */
function once(entities: readonly Found[], report: RowReport): readonly Found[] {
  const seen = new Set<string>();
  return entities.filter(({ id, label, start, end }) => {
    const place = `${start} ${end} ${label}`;
    if (!seen.has(place)) return seen.add(place);
    const message = `${label} at ${start} to ${end} is given twice (${id ?? "span"}); once is kept.`;
    report.warning("objects", "duplicate_span", message);
    return false;
  });
}

/** Whether words of the stretch belong to none of the spans; quotation marks and the like are no words. */
function hasGaps(spans: readonly Range[], text: Text): boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let reached = sorted[0]?.start ?? 0;
  for (const { start, end } of sorted) {
    if (start > reached && end <= text.length && /[\p{L}\p{N}]/u.test(slice(text, reached, start)))
      return true;
    reached = Math.max(reached, end);
  }
  return false;
}

function checkWords(kind: string, { id, start, end, text: said }: NamedPiece, text: Text, report: RowReport) {
  if (end > text.length || start >= end) {
    const message = `${id}: the range ${start} to ${end} is outside the text, which has ${text.length} code points.`;
    report.error(kind, "outside_text", message);
    return;
  }
  const there = slice(text, start, end);
  if (said === "" || squeeze(there) === said) return;
  const message = `${id} says ${show(said)}, but the text has ${show(there)} at ${start} to ${end}.`;
  report.error(kind, "text_mismatch", message);
}

function partsOfLines(text: Text, lines: boolean): Range[] {
  const parts: Range[] = [];
  let start = 0;
  for (const line of lines ? text.value.split("\n") : [text.value]) {
    const length = [...line].length;
    const end = start + [...line.trimEnd()].length;
    if (line.trim() !== "") parts.push({ start, end });
    start += length + 1;
  }
  return parts;
}
