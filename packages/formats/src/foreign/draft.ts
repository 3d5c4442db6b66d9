import {
  codePoint,
  compareLinks,
  compareSpans,
  type Link,
  MAX_TEXT,
  pendingReview,
  type Review,
  type Side,
  type Span,
  Text,
  utf16,
} from "@spanbridge/shared";
import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import { MAX_ENTITIES, MAX_ID, MAX_LINKS, MAX_SPAN_ID } from "../limits.ts";
import { type Entity, identify } from "../pairs/entities.ts";
import type { JsonObject, SegmentMeta, SegmentRecord, SpanExtras } from "../record.ts";
import { shorten, show } from "../show.ts";
import { arrangeSpans, checkRange, readLabel } from "../spans.ts";

/** What a file counts characters in. */
export type Unit = "code points" | "utf-16";

/** A span as another tool's file has it; nothing of it is checked yet but the types. */
export type DraftSpan = {
  /** Its place in the row, for diagnostics. */
  readonly field: string;
  readonly side: Side;
  /** Null: one is made. */
  readonly id: string | null;
  /** In the draft's unit, in the side's own text. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** What the file says stands there, where it says so. */
  readonly text?: string | undefined;
  readonly score?: number | undefined;
  readonly extra?: JsonObject | undefined;
};

/** `from` and `to`: ids of draft spans, in any order of sides. */
export type DraftLink = {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly score?: number | undefined;
};

/** A segment as another tool's file has it. */
export type Draft = {
  readonly id: string | null;
  readonly document?: string | null;
  readonly sourceLang?: string | null;
  readonly sourceText: string;
  readonly pivotText: string;
  readonly unit: Unit;
  readonly spans: readonly DraftSpan[];
  readonly links: readonly DraftLink[];
  readonly review?: Review;
  readonly flagged?: boolean;
  readonly tokens?: SegmentMeta["tokens"];
  readonly extra?: JsonObject | undefined;
};

/**
 * Checks a draft as strictly as a row of our own format: offsets, surfaces, labels, ids, links between the two sides.
 * Undefined, with errors, where anything is wrong. A link that is given twice is kept once, with a warning.
 */
export function recordOf(draft: Draft, context: FileContext, report: RowReport): SegmentRecord | undefined {
  const { id, document = null, sourceText, pivotText } = draft;
  const sourceLang = draft.sourceLang ?? context.toldLang;
  checkNames(draft, context, report);
  if (report.failed) return undefined;
  const texts = { source: new Text(sourceText), pivot: new Text(pivotText) };
  const entities: Entity[] = [];
  /** Ids of spans whose label is not wanted. */
  const leftOut = new Set<string | null>();
  for (const span of draft.spans) {
    const entity = entityOf(span, texts[span.side], draft.unit, context, report);
    if (entity === LEFT_OUT) leftOut.add(span.id);
    else if (entity) entities.push(entity);
  }
  const known = identify(entities, context.imported, report, true);
  const spans: Span[] = [];
  for (const { span } of known.values()) spans.push(span);
  arrangeSpans(spans, (span) => known.get(span.id)?.entity.field ?? "", context, report);
  const wanted = draft.links.filter(({ from, to }) => !leftOut.has(from) && !leftOut.has(to));
  const links = linksOf(wanted, (spanId) => known.get(spanId)?.span, context, report);
  if (report.failed) return undefined;
  if (id !== null && !context.seen.add(id)) {
    const message = `The id ${JSON.stringify(shorten(id))} has occurred before in this file.`;
    report.error("id", "duplicate_segment", message);
    return undefined;
  }
  const { review = pendingReview, flagged = false, tokens, extra } = draft;
  return {
    id,
    document,
    sourceLang,
    annotation: {
      sourceText,
      pivotText,
      spans: spans.sort(compareSpans),
      links,
      absences: [],
      review,
      flagged,
      notes: [],
    },
    originalPivotText: null,
    meta: metaOf(tokens, extra),
    spanExtras: extrasOf(known),
  };
}

function checkNames(draft: Draft, context: FileContext, report: RowReport): void {
  const { id, document, sourceLang, sourceText, pivotText, spans, links } = draft;
  if (id === "") report.error("id", "empty", "The id is empty; leave it out where there is none.");
  const strings = [
    ["id", id ?? "", MAX_ID],
    ["document", document ?? "", MAX_ID],
    ["text", sourceText, MAX_TEXT],
    ["translation", pivotText, MAX_TEXT],
  ] as const;
  for (const [field, value, limit] of strings) {
    if (value.length > limit) {
      report.error(field, "too_long", `Is ${value.length} characters long; ${limit} at most are read.`);
    }
    if (value.includes("\0")) {
      report.error(field, "nul_character", "Holds the character NUL (U+0000), which cannot be stored.");
    }
    if (!value.isWellFormed()) {
      report.error(field, "lone_surrogate", "Holds half of a surrogate pair, which is not a character.");
    }
  }
  if (sourceText === "") report.error("text", "empty", "The source text is empty.");
  if (spans.length > 2 * MAX_ENTITIES) {
    report.error("spans", "too_many", `Holds ${spans.length} spans; ${2 * MAX_ENTITIES} at most are read.`);
  }
  if (links.length > MAX_LINKS) {
    report.error("links", "too_many", `Holds ${links.length} links; ${MAX_LINKS} at most are read.`);
  }
  if (sourceLang) context.language.check(sourceLang, "language", report);
}

const LEFT_OUT = Symbol("left out");

function entityOf(
  draft: DraftSpan,
  text: Text,
  unit: Unit,
  context: FileContext,
  report: RowReport,
): Entity | typeof LEFT_OUT | undefined {
  const { field, side, id, score, extra } = draft;
  const place = placeOf(draft, text, unit, report);
  const label = readLabel(draft.label, `${field}.label`, context, report);
  if (id === "" || (id !== null && id.length > MAX_SPAN_ID)) {
    report.error(`${field}.id`, "too_long", `A span's id has 1 to ${MAX_SPAN_ID} characters.`);
    return undefined;
  }
  if (label === null) return LEFT_OUT;
  if (!place || label === undefined) return undefined;
  return { field, side, id, ...place, label, score, extra };
}

/** The span's place in code points, if it is one and has the surface that the file says. */
function placeOf(
  { field, start, end, text: surface }: DraftSpan,
  text: Text,
  unit: Unit,
  report: RowReport,
): { readonly start: number; readonly end: number } | undefined {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0) {
    report.error(field, "offset", `Expected whole numbers from 0, found ${start} and ${end}.`);
    return undefined;
  }
  const place = unit === "utf-16" ? fromUtf16(start, end, text) : { start, end };
  if (!place) {
    const message = `The range ${start} to ${end} is outside the text, which has ${text.value.length} UTF-16 units.`;
    report.error(field, "outside_text", message);
    return undefined;
  }
  if (!checkRange(place.start, place.end, text, field, report)) return undefined;
  if (surface === undefined) return place;
  const there = text.slice({ start: codePoint(place.start), end: codePoint(place.end) });
  if (surface === there) return place;
  const message = `Says ${show(surface)}, but the text has ${show(there)} at ${start} to ${end}.`;
  report.error(`${field}.text`, "text_mismatch", message);
  return undefined;
}

function fromUtf16(start: number, end: number, text: Text) {
  if (start > text.value.length || end > text.value.length) return undefined;
  return { start: text.toCodePoint(utf16(start)), end: text.toCodePoint(utf16(end)) };
}

function linksOf(
  drafts: readonly DraftLink[],
  spanOf: (id: string) => Span | undefined,
  context: FileContext,
  report: RowReport,
): Link[] {
  const incomplete = report.failed;
  const links = new Map<string, Link>();
  for (const { field, from, to, score } of drafts) {
    const [a, b] = [spanOf(from), spanOf(to)];
    if (!a || !b) {
      const missing = a ? to : from;
      if (!incomplete) report.error(field, "unknown_id", `There is no span with the id ${show(missing)}.`);
      continue;
    }
    if (a.side === b.side) {
      const message = `Joins two spans of the same text (${show(from)} and ${show(to)}); a link joins the two texts. It was left out.`;
      report.warning(field, "link_sides", message);
      continue;
    }
    const [pivot, source] = a.side === "pivot" ? [a.id, b.id] : [b.id, a.id];
    const key = JSON.stringify([pivot, source]);
    if (links.has(key)) {
      report.warning(
        field,
        "duplicate_link",
        `${show(from)} and ${show(to)} are joined twice; once is kept.`,
      );
      continue;
    }
    const { imported } = context;
    const provenance = score === undefined ? imported : { ...imported, confidence: score };
    links.set(key, { pivot, source, provenance });
  }
  return [...links.values()].sort(compareLinks);
}

function metaOf(tokens: SegmentMeta["tokens"], extra: JsonObject | undefined): SegmentMeta | null {
  const given = tokens?.source || tokens?.pivot ? tokens : undefined;
  const further = extra && Object.keys(extra).length > 0 ? extra : undefined;
  if (!given && !further) return null;
  return { ...(given && { tokens: given }), ...(further && { extra: further }) };
}

function extrasOf(known: ReadonlyMap<string, { readonly entity: Entity }>): SpanExtras | null {
  const extras: [string, JsonObject][] = [];
  for (const [id, { entity }] of known) {
    if (entity.extra && Object.keys(entity.extra).length > 0) extras.push([id, entity.extra]);
  }
  return extras.length > 0 ? Object.fromEntries(extras) : null;
}
