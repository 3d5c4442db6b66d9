import { pendingReview, type Review, type Side } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import type { Draft, DraftSpan, Unit } from "../foreign/draft.ts";
import { needNumber, needString, readExtra, readId, readNumber, readObjects } from "../foreign/read.ts";
import { readTexts } from "../foreign/text-keys.ts";
import { isRecord, type JsonRecord } from "../json.ts";
import { MAX_ENTITIES } from "../limits.ts";
import { readList, readString } from "../pairs/fields.ts";
import { kindOf } from "../show.ts";
import { byQuestion } from "./by-question.ts";
import { isFlat, unflattened } from "./flat.ts";
import { ARGILLA_METADATA, SPAN_KEYS } from "./keys.ts";

const NONE: ReadonlySet<string> = new Set();

/** What of a record holds the spans of one side. */
type Answer = {
  readonly field: string;
  readonly value: unknown;
  readonly state: Review["state"];
  /** Of the spans in turn, where a suggestion has them so. */
  readonly scores?: readonly unknown[];
};

/**
 * One record of Argilla 2 as `records.to_json` or its server writes it: fields, metadata, suggestions and responses. A
 * submitted response goes before a draft, a discarded one, and the suggestion, in this order.
 */
export function readArgilla(given: JsonRecord, unit: Unit, report: RowReport): Draft | undefined {
  const row = byQuestion(isFlat(given) ? unflattened(given) : given);
  const { fields } = row;
  if (!isRecord(fields)) {
    report.error("fields", "missing", `A record has an object "fields"; found ${kindOf(fields)}.`);
    return undefined;
  }
  const found = readTexts(fields, NONE);
  if (!found) {
    report.error("fields", "missing", "None of the record's fields is a text.");
    return undefined;
  }
  const { keys, sourceText, pivotText } = found;
  const metadata = isRecord(row.metadata) ? row.metadata : {};
  const spans: DraftSpan[] = [];
  let review: Review = pendingReview;
  for (const side of ["source", "pivot"] as const) {
    const name = questionOf(row, side, keys[side]);
    const answer = name === undefined ? undefined : answerOf(row, name, report);
    if (!answer) continue;
    spans.push(...readValue(answer, side, report));
    if (answer.state === "rejected") review = { state: "rejected", reason: "Discarded in Argilla" };
    else if (review.state === "pending") review = { state: answer.state, reason: "" };
  }
  const reason = readString(metadata.reason, "metadata.reason", 2000, report);
  if (review.state === "rejected" && reason && reason.trim() !== "") review = { ...review, reason };
  return {
    id: readId(row.id, "id", report),
    document: readString(metadata.document, "metadata.document", 500, report) || null,
    sourceLang: readString(metadata.source_lang, "metadata.source_lang", 500, report) || null,
    sourceText,
    pivotText,
    unit,
    spans,
    links: [],
    review,
    extra: readExtra(metadata, ARGILLA_METADATA, "metadata", report),
  };
}

/** The question about a side: named after it or its field; a single question is about the source. */
function questionOf(row: JsonRecord, side: Side, field: string | undefined): string | undefined {
  const names = [
    ...Object.keys(isRecord(row.responses) ? row.responses : {}),
    ...Object.keys(isRecord(row.suggestions) ? row.suggestions : {}),
  ];
  const wanted = side === "source" ? ["source_spans", `${field}_spans`] : ["english_spans", `${field}_spans`];
  const named = names.find((name) => wanted.includes(name));
  if (named !== undefined || side === "pivot") return named;
  return names.find((name) => name !== "english_spans" && holdsSpans(row, name));
}

function holdsSpans(row: JsonRecord, name: string): boolean {
  const suggestion = isRecord(row.suggestions) ? row.suggestions[name] : undefined;
  const responses = isRecord(row.responses) ? row.responses[name] : undefined;
  const values = [suggestion, ...(Array.isArray(responses) ? responses : [])];
  return values.some((each) => isRecord(each) && Array.isArray(each.value) && each.value.every(isRecord));
}

function answerOf(row: JsonRecord, name: string, report: RowReport): Answer | undefined {
  const responses = isRecord(row.responses) ? readList(row.responses[name], "responses", 1000, report) : [];
  const found: Answer[] = [];
  for (const [index, response] of (responses ?? []).entries()) {
    const field = `responses.${name}[${index}]`;
    if (!isRecord(response))
      report.error(field, "wrong_type", `Expected an object, found ${kindOf(response)}.`);
    else found.push({ field: `${field}.value`, value: response.value, state: stateOf(response.status) });
  }
  const submitted = found.filter(({ state }) => state === "accepted");
  if (submitted.length > 1) {
    const message = `${submitted.length} people have answered; the last one's answer is taken.`;
    report.warning(`responses.${name}`, "too_many", message);
  }
  const answer =
    submitted.at(-1) ??
    found.findLast(({ state }) => state === "pending") ??
    found.findLast(({ state }) => state === "rejected");
  if (answer) return answer;
  const suggestion = isRecord(row.suggestions) ? row.suggestions[name] : undefined;
  if (!isRecord(suggestion)) return undefined;
  const { value, score } = suggestion;
  const field = `suggestions.${name}.value`;
  return { field, value, state: "pending", ...(Array.isArray(score) && { scores: score }) };
}

/** A response without a status was submitted: so it is written by scripts. */
const stateOf = (status: unknown): Review["state"] =>
  status === "discarded" ? "rejected" : status === "draft" ? "pending" : "accepted";

function readValue({ field, value, scores }: Answer, side: Side, report: RowReport): DraftSpan[] {
  const spans: DraftSpan[] = [];
  for (const { field: at, item, index } of readObjects(value, field, MAX_ENTITIES, report)) {
    spans.push({
      field: at,
      side,
      id: null,
      start: needNumber(item.start, `${at}.start`, report),
      end: needNumber(item.end, `${at}.end`, report),
      label: needString(item.label, `${at}.label`, report),
      score: readNumber(item.score ?? scores?.[index], `${at}.score`, report),
      extra: readExtra(item, SPAN_KEYS, at, report),
    });
  }
  return spans;
}
