import { codePoint, compareLinks, compareSpans, type Side, type Span, Text } from "@spanbridge/shared";
import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { LossCounter } from "../losses.ts";
import type { SegmentRecord, SpanExtras, Tokens } from "../record.ts";
import { EXTENSION_KEY, ROW_KEYS } from "./keys.ts";
import { writeExtension } from "./write-extension.ts";

/** Writes the pairs format: keys in fixed order, spans and links in canonical order, one line a segment. */
export function createPairsSerialiser(options: SerialiseOptions = {}): Serialiser {
  const losses = new LossCounter();
  const totals = { segments: 0, spans: 0, links: 0 };
  return {
    totals,
    losses: () => losses.list(),
    end: () => "",
    segment: (record) => {
      totals.segments++;
      totals.spans += record.annotation.spans.length;
      totals.links += record.annotation.links.length;
      return `${oneLine(JSON.stringify(rowOf(record, options.sourceLang ?? undefined, losses)))}\n`;
    },
  };
}

function rowOf(record: SegmentRecord, defaultLang: string | undefined, losses: LossCounter): object {
  const { annotation, meta, spanExtras } = record;
  const source = new Text(annotation.sourceText);
  const pivot = new Text(annotation.pivotText);
  const spans = sorted(annotation.spans, compareSpans);
  const links = sorted(annotation.links, compareLinks);
  const tokens = meta?.tokens;
  const revised = record.originalPivotText !== null;
  if (tokens?.pivot && revised) {
    const message = "The imported tokens of a translation do not fit its revision.";
    losses.add("pivot_tokens", message, record.id ?? "", `${tokens.pivot.ranges.length} tokens`);
  }
  const hasPivot = annotation.pivotText !== "";
  return {
    id: record.id ?? undefined,
    doc: record.document ?? undefined,
    source_lang: record.sourceLang ?? defaultLang,
    source_text: annotation.sourceText,
    english_text: hasPivot ? annotation.pivotText : undefined,
    source_tokens: formsOf(tokens?.source, source),
    source_token_offsets: tokens?.source?.ranges,
    english_tokens: revised ? undefined : formsOf(tokens?.pivot, pivot),
    english_token_offsets: revised ? undefined : tokens?.pivot?.ranges,
    source_entities: entitiesOf(spans, "source", source, spanExtras),
    english_entities: hasPivot ? entitiesOf(spans, "pivot", pivot, spanExtras) : undefined,
    links: links.map((link) => [link.pivot, link.source]),
    [EXTENSION_KEY]: writeExtension(record),
    ...metadataOf(record, losses),
  };
}

function entitiesOf(
  spans: readonly Span[],
  side: Side,
  text: Text,
  extras: SpanExtras | null,
): readonly object[] {
  const entities: object[] = [];
  for (const span of spans) {
    if (span.side !== side) continue;
    const { id, start, end, label } = span;
    const entity = { id, start, end, label, text: text.slice(span), score: span.provenance.confidence };
    entities.push(extras && Object.hasOwn(extras, id) ? { ...entity, ...extras[id] } : entity);
  }
  return entities;
}

/** Every token as it is written, also where only the ranges were kept because the text says the rest. */
function formsOf(tokens: Tokens | undefined, text: Text): readonly string[] | undefined {
  return (
    tokens?.forms ??
    tokens?.ranges.map(([start, end]) => text.slice({ start: codePoint(start), end: codePoint(end) }))
  );
}

/** Metadata of another format may use a key that has a meaning here. */
function metadataOf({ id, meta }: SegmentRecord, losses: LossCounter): object | undefined {
  const extra = meta?.extra;
  if (!extra) return undefined;
  const keys = Object.keys(extra);
  if (!keys.some((key) => ROW_KEYS.has(key))) return extra;
  return Object.fromEntries(
    keys.flatMap((key) => {
      if (!ROW_KEYS.has(key)) return [[key, extra[key]]];
      losses.add("metadata_key", "A metadata key that has another meaning in this format.", id ?? "", key);
      return [];
    }),
  );
}

function sorted<T>(list: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let index = 1; index < list.length; index++) {
    const [a, b] = [list[index - 1], list[index]];
    if (a !== undefined && b !== undefined && compare(a, b) > 0) return [...list].sort(compare);
  }
  return list;
}

/** Characters that JSON allows in strings but many readers take for the end of a line. */
const LINE_BREAKS = /[\u0085\u2028\u2029]/g;

const oneLine = (json: string): string =>
  json.replace(LINE_BREAKS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
