import type { RowReport } from "../diagnostics.ts";
import type { Draft, DraftSpan } from "../foreign/draft.ts";
import { needNumber, needString, readExtra, readId } from "../foreign/read.ts";
import { isRecord, type JsonRecord } from "../json.ts";
import { MAX_ENTITIES, MAX_ID } from "../limits.ts";
import { readList, readString } from "../pairs/fields.ts";
import { kindOf } from "../show.ts";

export const SPACY_KEYS: ReadonlySet<string> = new Set([
  "id",
  "doc",
  "lang",
  "text",
  "tokens",
  "entities",
  "spans",
]);
/** Name of the span group for entities that overlap. */
export const GROUP = "sc";

/** The training tuples of spaCy 2, `["text", {"entities": [[0, 2, "PER"]]}]`, as an object. */
export function fromTuple(value: unknown): unknown {
  if (!Array.isArray(value) || typeof value[0] !== "string") return value;
  const [text, rest = {}] = value;
  return value.length <= 2 && isRecord(rest) ? { ...rest, text } : value;
}

/** `{text, entities: [[start, end, label]], spans: {sc: [[start, end, label]]}}`; offsets count code points. */
export function readSpacy(row: JsonRecord, report: RowReport): Draft | undefined {
  const sourceText = needString(row.text, "text", report);
  const groups = row.spans === undefined || isRecord(row.spans) ? row.spans : undefined;
  if (row.spans !== undefined && !groups) {
    report.error("spans", "wrong_type", `Expected an object of groups, found ${kindOf(row.spans)}.`);
  }
  const spans = [
    ...readTriples(row.entities, "entities", report),
    ...readTriples(groups?.[GROUP], `spans.${GROUP}`, report),
  ];
  const others = Object.keys(groups ?? {}).filter((key) => key !== GROUP);
  if (others.length > 0) {
    const message = `Only the span group "${GROUP}" is read; left out: ${others.slice(0, 5).join(", ")}.`;
    report.warning("spans", "column_ignored", message);
  }
  return {
    id: readId(row.id, "id", report),
    document: readString(row.doc, "doc", MAX_ID, report) || null,
    sourceLang: readString(row.lang, "lang", MAX_ID, report) || null,
    sourceText,
    pivotText: "",
    unit: "code points",
    spans,
    links: [],
    extra: readExtra(row, SPACY_KEYS, "", report),
  };
}

function readTriples(value: unknown, field: string, report: RowReport): DraftSpan[] {
  const list = readList(value, field, MAX_ENTITIES, report) ?? [];
  return list.flatMap((triple, index) => {
    const at = `${field}[${index}]`;
    if (!Array.isArray(triple) || triple.length !== 3) {
      report.error(at, "wrong_type", `Expected [start, end, label], found ${kindOf(triple)}.`);
      return [];
    }
    const start = needNumber(triple[0], `${at}[0]`, report);
    const end = needNumber(triple[1], `${at}[1]`, report);
    const label = needString(triple[2], `${at}[2]`, report);
    return [{ field: at, side: "source", id: null, start, end, label } satisfies DraftSpan];
  });
}
