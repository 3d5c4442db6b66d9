import { MAX_TEXT, type Span, Text } from "@spanbridge/shared";
import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import { checkCharacters, checkMetadata, isRecord, type JsonRecord, mayHoldBadCharacters } from "../json.ts";
import { MAX_ID } from "../limits.ts";
import type { JsonObject, SegmentMeta, SegmentRecord, SpanExtras } from "../record.ts";
import { kindOf, shorten } from "../show.ts";
import { arrangeSpans } from "../spans.ts";
import { type Entity, identify, readEntities } from "./entities.ts";
import { extend } from "./extend.ts";
import { readExtension } from "./extension.ts";
import { readString } from "./fields.ts";
import { EXTENSION_KEY, ROW_KEYS } from "./keys.ts";
import { readLinks } from "./links.ts";
import { readTokens } from "./tokens.ts";

/** Reads one line of a pairs file. What comes back is a record only if the report has no errors. */
export function readRow(json: string, context: FileContext, report: RowReport): SegmentRecord | undefined {
  const row = parseJson(json, report);
  if (!row) return undefined;
  if (mayHoldBadCharacters(json)) {
    checkCharacters(row, "", report);
    if (report.failed) return undefined;
  }
  const id = readId(row.id, report);
  const document = readString(row.doc, "doc", MAX_ID, report) || null;
  const sourceLang = readString(row.source_lang, "source_lang", MAX_ID, report) ?? context.toldLang;
  if (sourceLang !== null) context.language.check(sourceLang, "source_lang", report);
  const sourceText = readString(row.source_text, "source_text", MAX_TEXT, report);
  if (sourceText === null) report.error("source_text", "missing", "The source text is missing.");
  if (sourceText === "") report.error("source_text", "empty", "The source text is empty.");
  const pivotText = readString(row.english_text, "english_text", MAX_TEXT, report) ?? "";
  // Without its texts nothing else of a row can be checked.
  if (report.failed || sourceText === null || sourceText === undefined) return undefined;
  const source = new Text(sourceText);
  const pivot = new Text(pivotText);

  const entities = [
    ...readEntities(row.source_entities, "source_entities", "source", source, context, report),
    ...readEntities(row.english_entities, "english_entities", "pivot", pivot, context, report),
  ];
  const { imported } = context;
  const known = identify(entities, imported, report);
  const spans: Span[] = [];
  for (const { span } of known.values()) spans.push(span);
  arrangeSpans(spans, ({ id }) => known.get(id)?.entity.field ?? "", context, report);
  const links = readLinks(row.links, (spanId) => known.get(spanId)?.span, imported, report);
  const tokens = {
    source: readTokens(row.source_tokens, row.source_token_offsets, "source", source, report),
    pivot: readTokens(row.english_tokens, row.english_token_offsets, "english", pivot, report),
  };
  const extension = readExtension(row[EXTENSION_KEY], report);
  const extra = readExtra(row, report);
  if (report.failed) return undefined;
  const rest = extend(spans, links, known, extension, imported, report);
  if (report.failed) return undefined;
  if (id !== null && !context.seen.add(id)) {
    report.error(
      "id",
      "duplicate_segment",
      `The id ${JSON.stringify(shorten(id))} has occurred before in this file.`,
    );
    return undefined;
  }
  return {
    id,
    document,
    sourceLang,
    annotation: { sourceText, pivotText, ...rest },
    originalPivotText: extension?.original_english_text ?? null,
    meta: metaOf(tokens, extra),
    spanExtras: spanExtrasOf(known),
  };
}

function parseJson(json: string, report: RowReport): JsonRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const detail = error instanceof Error ? shorten(error.message, 160) : "";
    report.error("", "invalid_json", `This line is not valid JSON: ${detail}`);
    return undefined;
  }
  if (isRecord(value)) return value;
  report.error("", "not_an_object", `A line must hold a JSON object; this one holds ${kindOf(value)}.`);
  return undefined;
}

function readId(value: unknown, report: RowReport): string | null {
  const id = readString(value, "id", MAX_ID, report);
  if (id === "") report.error("id", "empty", "The id is empty; leave it out where there is none.");
  return id ?? null;
}

function readExtra(row: JsonRecord, report: RowReport): JsonObject | undefined {
  let extra: [string, unknown][] | undefined;
  for (const key in row) {
    if (ROW_KEYS.has(key) || !Object.hasOwn(row, key)) continue;
    checkMetadata(row[key], shorten(key), report);
    extra ??= [];
    extra.push([key, row[key]]);
  }
  // Not by assignment: the key "__proto__" is data like any other.
  return extra && (Object.fromEntries(extra) as JsonObject);
}

function metaOf(tokens: SegmentMeta["tokens"] & object, extra: JsonObject | undefined): SegmentMeta | null {
  const { source, pivot } = tokens;
  if (!source && !pivot && !extra) return null;
  return {
    ...((source || pivot) && { tokens: { ...(source && { source }), ...(pivot && { pivot }) } }),
    ...(extra && { extra }),
  };
}

function spanExtrasOf(known: ReadonlyMap<string, { readonly entity: Entity }>): SpanExtras | null {
  let extras: [string, JsonObject][] | undefined;
  for (const [id, { entity }] of known) {
    if (!entity.extra) continue;
    extras ??= [];
    extras.push([id, entity.extra]);
  }
  return extras ? Object.fromEntries(extras) : null;
}
