import type { Review, Side } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import type { Draft, DraftLink, DraftSpan } from "../foreign/draft.ts";
import { needNumber, needString, readExtra, readId, readNumber, readObjects } from "../foreign/read.ts";
import { acrossTexts, SOURCE_LENGTH, type Split, splitTexts } from "../foreign/two-texts.ts";
import { isRecord, type JsonRecord } from "../json.ts";
import { MAX_ENTITIES, MAX_LINKS, MAX_TOKENS } from "../limits.ts";
import { readList, readString } from "../pairs/fields.ts";
import type { SegmentMeta, TokenRange } from "../record.ts";
import { kindOf, show } from "../show.ts";

export const PRODIGY_KEYS: ReadonlySet<string> = new Set([
  "id",
  "doc",
  "source_lang",
  "text",
  SOURCE_LENGTH,
  "tokens",
  "spans",
  "relations",
  "answer",
  "reason",
  "flagged",
]);
export const PRODIGY_SPAN_KEYS: ReadonlySet<string> = new Set([
  "id",
  "start",
  "end",
  "token_start",
  "token_end",
  "label",
  "score",
]);

/** A span with what relations call it by. */
type Found = {
  readonly span: DraftSpan;
  readonly start: number;
  readonly end: number;
  readonly last: unknown;
};

/** One task of Prodigy. `start` and `end` are code points; relations name a span by its last token, and say which it is. */
export function readProdigy(row: JsonRecord, report: RowReport): Draft | undefined {
  const text = needString(row.text, "text", report);
  if (report.failed) return undefined;
  const split = splitTexts(text, row[SOURCE_LENGTH], "code points", report);
  const found = readSpans(row.spans, split, report);
  return {
    id: readId(row.id, "id", report),
    document: readString(row.doc, "doc", 500, report) || null,
    sourceLang: readString(row.source_lang, "source_lang", 500, report) || null,
    sourceText: split.sourceText,
    pivotText: split.pivotText,
    unit: "code points",
    spans: found.map(({ span }) => span),
    links: readRelations(row.relations, found, report),
    review: reviewOf(row, report),
    flagged: row.flagged === true,
    tokens: readTokens(row.tokens, split, report),
    extra: readExtra(row, PRODIGY_KEYS, "", report),
  };
}

function reviewOf({ answer, reason }: JsonRecord, report: RowReport): Review {
  switch (answer) {
    case undefined:
    case null:
      return { state: "pending", reason: "" };
    case "accept":
      return { state: "accepted", reason: "" };
    case "ignore":
      return { state: "skipped", reason: "" };
    case "reject": {
      const given = readString(reason, "reason", 2000, report) ?? "";
      return { state: "rejected", reason: given.trim() === "" ? "Rejected in Prodigy" : given };
    }
    default:
      report.error("answer", "wrong_type", `Expected accept, reject or ignore, found ${show(answer)}.`);
      return { state: "pending", reason: "" };
  }
}

function readSpans(value: unknown, split: Split, report: RowReport): Found[] {
  const found: Found[] = [];
  for (const { field, item, index } of readObjects(value, "spans", MAX_ENTITIES, report)) {
    const start = needNumber(item.start, `${field}.start`, report);
    const end = needNumber(item.end, `${field}.end`, report);
    const label = needString(item.label, `${field}.label`, report);
    const score = readNumber(item.score, `${field}.score`, report);
    const extra = readExtra(item, PRODIGY_SPAN_KEYS, field, report);
    const place = split.place(start, end);
    if (!place) {
      if (!Number.isNaN(start + end)) report.error(field, "outside_text", acrossTexts);
      continue;
    }
    // Relations need a name for a span that has none.
    const id = readId(item.id, `${field}.id`, report) ?? `${place.side === "source" ? "s" : "e"}${index + 1}`;
    const span = { field, id, label, score, extra, ...place };
    found.push({ span, start, end, last: item.token_end });
  }
  return found;
}

function readRelations(value: unknown, found: readonly Found[], report: RowReport): DraftLink[] {
  const links: DraftLink[] = [];
  for (const [index, item] of (readList(value, "relations", MAX_LINKS, report) ?? []).entries()) {
    const field = `relations[${index}]`;
    if (!isRecord(item)) {
      report.error(field, "wrong_type", `Expected an object, found ${kindOf(item)}.`);
      continue;
    }
    const from = spanOf(item.head_span, item.head, found);
    const to = spanOf(item.child_span, item.child, found);
    if (from && to) links.push({ field, from, to });
    else if (!report.failed) {
      const message = `Its ${from ? "child" : "head"} is none of the row's spans; the relation was left out.`;
      report.warning(field, "unknown_id", message);
    }
  }
  return links;
}

/** The span that a relation names: by its own description where there is one, else by its last token. */
function spanOf(described: unknown, token: unknown, found: readonly Found[]): string | undefined {
  if (isRecord(described) && typeof described.start === "number") {
    const fits = found.filter(({ start, end }) => start === described.start && end === described.end);
    const labelled = fits.filter(({ span }) => span.label === described.label);
    return (labelled[0] ?? fits[0])?.span.id ?? undefined;
  }
  return typeof token === "number"
    ? (found.find(({ last }) => last === token)?.span.id ?? undefined)
    : undefined;
}

/** Tokens that are in order and inside one text; any that are not and none of them is taken, with a warning. */
function readTokens(value: unknown, split: Split, report: RowReport): SegmentMeta["tokens"] {
  const list = readList(value, "tokens", MAX_TOKENS, report) ?? [];
  const sides: { readonly [side in Side]: TokenRange[] } = { source: [], pivot: [] };
  let previous = 0;
  for (const [index, item] of list.entries()) {
    const place =
      isRecord(item) && Number.isInteger(item.start) && Number.isInteger(item.end)
        ? { start: Number(item.start), end: Number(item.end) }
        : undefined;
    const found = place && split.place(place.start, place.end);
    const length = found && [...(found.side === "source" ? split.sourceText : split.pivotText)].length;
    if (
      !place ||
      !found ||
      !length ||
      place.start < previous ||
      place.end <= place.start ||
      found.end > length
    ) {
      report.warning(`tokens[${index}]`, "tokens", "This token does not fit the text; no tokens were taken.");
      return undefined;
    }
    previous = place.end;
    sides[found.side].push([found.start, found.end]);
  }
  return {
    ...(sides.source.length > 0 && { source: { ranges: sides.source } }),
    ...(sides.pivot.length > 0 && { pivot: { ranges: sides.pivot } }),
  };
}
