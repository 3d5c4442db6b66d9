import { type Side, Text } from "@spanbridge/shared";
import type { ForeignLose } from "../foreign/losses.ts";
import { joinTexts, SOURCE_LENGTH } from "../foreign/two-texts.ts";
import { freeKeys, inOrder, jsonLine, linksInOrder, surfaceOf } from "../foreign/write.ts";
import type { SegmentRecord } from "../record.ts";
import { PRODIGY_KEYS, PRODIGY_SPAN_KEYS } from "./read.ts";
import { tokensOf } from "./tokens.ts";

const answers = { pending: undefined, accepted: "accept", rejected: "reject", skipped: "ignore" } as const;

/** One task of Prodigy. `token_start` and `token_end` are there where the span begins and ends with tokens. */
export function writeProdigy(record: SegmentRecord, language: string, lose: ForeignLose): string {
  const { annotation, meta, spanExtras } = record;
  const { joined, sourceLength, offsetOf } = joinTexts(annotation.sourceText, annotation.pivotText);
  const tokens = tokensIn(record, joined, language, offsetOf);
  const first = new Map(tokens.map(({ start, id }) => [start, id]));
  const last = new Map(tokens.map(({ end, id }) => [end, id]));
  const spans = inOrder(annotation.spans).map(({ id, side, start, end, label, provenance }) => {
    const place = { start: start + offsetOf(side), end: end + offsetOf(side) };
    const [tokenStart, tokenEnd] = [first.get(place.start), last.get(place.end)];
    const fits = tokenStart !== undefined && tokenEnd !== undefined;
    return {
      id,
      ...place,
      ...(fits && { token_start: tokenStart, token_end: tokenEnd }),
      label,
      score: provenance.confidence,
      ...Object.fromEntries(
        freeKeys(spanExtras?.[id], PRODIGY_SPAN_KEYS, (key) => lose("metadata", `${id} ${key}`)),
      ),
    };
  });
  const byId = new Map(spans.map((span) => [String(span.id), span]));
  const { review } = annotation;
  const row = {
    id: record.id ?? undefined,
    doc: record.document ?? undefined,
    source_lang: record.sourceLang ?? undefined,
    text: joined,
    [SOURCE_LENGTH]: sourceLength,
    tokens,
    spans,
    relations: linksInOrder(annotation.links).map(({ pivot, source }) => {
      const [head, child] = [byId.get(pivot), byId.get(source)];
      return {
        head: head?.token_end,
        child: child?.token_end,
        label: "PROJECTS_TO",
        head_span: head && pointer(head),
        child_span: child && pointer(child),
      };
    }),
    answer: answers[review.state],
    reason: review.reason === "" ? undefined : review.reason,
    flagged: annotation.flagged || undefined,
  };
  const extra = freeKeys(meta?.extra, PRODIGY_KEYS, (key) => lose("metadata", key));
  return jsonLine(Object.fromEntries([...Object.entries(row), ...extra]));
}

type Pointer = {
  readonly start: number;
  readonly end: number;
  readonly token_start?: number;
  readonly token_end?: number;
  readonly label: string;
};

const pointer = ({ start, end, token_start, token_end, label }: Pointer): Pointer => ({
  start,
  end,
  ...(token_start !== undefined && token_end !== undefined && { token_start, token_end }),
  label,
});

function tokensIn(record: SegmentRecord, joined: string, language: string, offsetOf: (side: Side) => number) {
  const text = new Text(joined);
  const ranges = [
    ...tokensOf(record, "source", language).map(([start, end]) => [start, end] as const),
    ...tokensOf(record, "pivot", "en").map(
      ([start, end]) => [start + offsetOf("pivot"), end + offsetOf("pivot")] as const,
    ),
  ];
  return ranges.map(([start, end], id) => ({
    text: surfaceOf(text, { start, end }),
    start,
    end,
    id,
    ws: end < text.length && surfaceOf(text, { start: end, end: end + 1 }) === " ",
  }));
}
