import {
  codePoint,
  compareLinks,
  compareSpans,
  type Link,
  type Side,
  type Span,
  Text,
} from "@spanbridge/shared";
import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { LossCounter } from "../losses.ts";
import type { SegmentMeta, SegmentRecord, SpanExtras, Tokens } from "../record.ts";
import { EXTENSION_KEY, ROW_KEYS } from "./keys.ts";
import { writeExtension } from "./write-extension.ts";

/** Writes the pairs format: keys in fixed order, spans and links in canonical order, one line a segment. */
export function createPairsSerialiser(options: SerialiseOptions = {}): Serialiser<string> {
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
      return `${lineOf(record, options.sourceLang ?? undefined, losses)}\n`;
    },
  };
}

/**
 * The row as JSON. Written out by hand where every row has it, because an export writes millions of them; whatever is
 * rare goes through JSON.stringify.
 */
function lineOf(record: SegmentRecord, defaultLang: string | undefined, losses: LossCounter): string {
  const { annotation, meta, spanExtras } = record;
  const source = new Text(annotation.sourceText);
  const pivot = new Text(annotation.pivotText);
  const spans = sorted(annotation.spans, compareSpans);
  const tokens = meta?.tokens;
  const revised = record.originalPivotText !== null;
  if (tokens?.pivot && revised) {
    const message = "The imported tokens of a translation do not fit its revision.";
    losses.add("pivot_tokens", message, record.id ?? "", `${tokens.pivot.ranges.length} tokens`);
  }
  const hasPivot = annotation.pivotText !== "";
  // Every row has source entities and links; what stands before the first ends with a comma, what follows begins with one.
  return `{${text("id", record.id)}${text("doc", record.document)}${text(
    "source_lang",
    record.sourceLang ?? defaultLang,
  )}${text("source_text", annotation.sourceText)}${hasPivot ? text("english_text", annotation.pivotText) : ""}${
    tokens ? tokensOf(tokens, source, revised ? null : pivot) : ""
  }"source_entities":[${entitiesOf(spans, "source", source, spanExtras)}]${
    hasPivot ? `,"english_entities":[${entitiesOf(spans, "pivot", pivot, spanExtras)}]` : ""
  },"links":[${linksOf(annotation.links)}]${member(EXTENSION_KEY, writeExtension(record))}${metadataOf(record, losses)}}`;
}

/** A member in front of another one. */
const text = (key: string, value: string | null | undefined): string =>
  value === undefined || value === null ? "" : `"${key}":${quoted(value)},`;

/** A member behind another one. */
const member = (key: string, value: unknown): string =>
  value === undefined ? "" : `,${quoted(key)}:${oneLine(JSON.stringify(value))}`;

/** Members in front of others. `pivot` null: its tokens do not fit any more. */
function tokensOf(tokens: NonNullable<SegmentMeta["tokens"]>, source: Text, pivot: Text | null): string {
  const members = {
    source_tokens: formsOf(tokens.source, source),
    source_token_offsets: tokens.source?.ranges,
    english_tokens: pivot ? formsOf(tokens.pivot, pivot) : undefined,
    english_token_offsets: pivot ? tokens.pivot?.ranges : undefined,
  };
  const json = oneLine(JSON.stringify(members)).slice(1, -1);
  return json === "" ? "" : `${json},`;
}

function linksOf(links: readonly Link[]): string {
  let list = "";
  for (const { pivot, source } of sorted(links, compareLinks)) {
    list += `${list === "" ? "" : ","}[${quoted(pivot)},${quoted(source)}]`;
  }
  return list;
}

function entitiesOf(spans: readonly Span[], side: Side, sideText: Text, extras: SpanExtras | null): string {
  let entities = "";
  for (const span of spans) {
    if (span.side !== side) continue;
    const { id, start, end, label, provenance } = span;
    const surface = sideText.slice(span);
    const score = provenance.confidence;
    const entity =
      extras && Object.hasOwn(extras, id)
        ? oneLine(JSON.stringify({ id, start, end, label, text: surface, score, ...extras[id] }))
        : `{"id":${quoted(id)},"start":${start},"end":${end},"label":${quoted(label)},"text":${quoted(surface)}${
            score === undefined ? "" : `,"score":${JSON.stringify(score)}`
          }}`;
    entities += entities === "" ? entity : `,${entity}`;
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

/** The further keys, as members behind others. Metadata of another format may use a key that has a meaning here. */
function metadataOf({ id, meta }: SegmentRecord, losses: LossCounter): string {
  const extra = meta?.extra;
  if (!extra) return "";
  let members = "";
  for (const key of Object.keys(extra)) {
    if (!ROW_KEYS.has(key)) members += member(key, extra[key]);
    else losses.add("metadata_key", "A metadata key that has another meaning in this format.", id ?? "", key);
  }
  return members;
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

/** Anything but what stands in a JSON string as it is: quote, backslash, controls, surrogates, the line breaks above. */
const SPECIAL = /[^ !#-[\]-~\u00a0-\u2027\u202a-\ud7ff\ue000-\uffff]/;

/** A string as JSON, on one line. */
const quoted = (value: string): string =>
  SPECIAL.test(value) ? oneLine(JSON.stringify(value)) : `"${value}"`;
