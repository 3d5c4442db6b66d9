import type { RowReport } from "../diagnostics.ts";
import type { Draft, DraftLink, DraftSpan, Unit } from "../foreign/draft.ts";
import { needNumber, needString, readExtra, readId, readObjects } from "../foreign/read.ts";
import { acrossTexts, SOURCE_LENGTH, type Split, splitTexts } from "../foreign/two-texts.ts";
import { isRecord, type JsonRecord } from "../json.ts";
import { MAX_ENTITIES, MAX_LINKS } from "../limits.ts";
import { readList, readString } from "../pairs/fields.ts";
import { kindOf } from "../show.ts";

export const DOCCANO_KEYS: ReadonlySet<string> = new Set([
  "id",
  "doc",
  "source_lang",
  "text",
  SOURCE_LENGTH,
  "label",
  "labels",
  "entities",
  "relations",
]);
const SPAN_KEYS: ReadonlySet<string> = new Set(["id", "start_offset", "end_offset", "label"]);

/**
 * One object of a doccano file: spans as `label` lists of [start, end, label], or as `entities` with `relations`. The
 * `unit`: doccano's server counts code points; its pages have written UTF-16 units into some projects.
 */
export function readDoccano(row: JsonRecord, unit: Unit, report: RowReport): Draft | undefined {
  const text = needString(row.text, "text", report);
  if (report.failed) return undefined;
  const split = splitTexts(text, row[SOURCE_LENGTH], unit, report);
  const spans = [
    ...readTriples(row.label ?? row.labels, split, report),
    ...readEntities(row.entities, split, report),
  ];
  const links = readRelations(row.relations, report);
  return {
    id: readId(row.id, "id", report),
    document: readString(row.doc, "doc", 500, report) || null,
    sourceLang: readString(row.source_lang, "source_lang", 500, report) || null,
    sourceText: split.sourceText,
    pivotText: split.pivotText,
    unit,
    spans,
    links,
    extra: readExtra(withoutEmptyComments(row), DOCCANO_KEYS, "", report),
  };
}

/** doccano writes an empty list of comments into every row. */
function withoutEmptyComments(row: JsonRecord): JsonRecord {
  if (!Array.isArray(row.Comments) || row.Comments.length > 0) return row;
  const { Comments: _, ...rest } = row;
  return rest;
}

function readTriples(value: unknown, split: Split, report: RowReport): DraftSpan[] {
  const spans: DraftSpan[] = [];
  for (const [index, triple] of (readList(value, "label", MAX_ENTITIES, report) ?? []).entries()) {
    const field = `label[${index}]`;
    if (!Array.isArray(triple) || triple.length !== 3) {
      const found = Array.isArray(triple) ? `a list of ${triple.length}` : kindOf(triple);
      report.error(field, "wrong_type", `Expected [start, end, label], found ${found}.`);
      continue;
    }
    const start = needNumber(triple[0], `${field}[0]`, report);
    const end = needNumber(triple[1], `${field}[1]`, report);
    const label = needString(triple[2], `${field}[2]`, report);
    place(spans, { field, id: null, label }, start, end, split, report);
  }
  return spans;
}

function readEntities(value: unknown, split: Split, report: RowReport): DraftSpan[] {
  const spans: DraftSpan[] = [];
  for (const { field, item: entity } of readObjects(value, "entities", MAX_ENTITIES, report)) {
    const start = needNumber(entity.start_offset, `${field}.start_offset`, report);
    const end = needNumber(entity.end_offset, `${field}.end_offset`, report);
    const label = needString(entity.label, `${field}.label`, report);
    const id = readId(entity.id, `${field}.id`, report);
    const extra = readExtra(entity, SPAN_KEYS, field, report);
    place(spans, { field, id, label, extra }, start, end, split, report);
  }
  return spans;
}

function place(
  into: DraftSpan[],
  span: Pick<DraftSpan, "field" | "id" | "label" | "extra">,
  start: number,
  end: number,
  split: Split,
  report: RowReport,
): void {
  const found = split.place(start, end);
  if (found) into.push({ ...span, ...found });
  else if (!report.failed) report.error(span.field, "outside_text", acrossTexts);
}

function readRelations(value: unknown, report: RowReport): DraftLink[] {
  const links: DraftLink[] = [];
  for (const [index, relation] of (readList(value, "relations", MAX_LINKS, report) ?? []).entries()) {
    const field = `relations[${index}]`;
    if (!isRecord(relation)) {
      report.error(field, "wrong_type", `Expected an object, found ${kindOf(relation)}.`);
      continue;
    }
    const from = readId(relation.from_id, `${field}.from_id`, report);
    const to = readId(relation.to_id, `${field}.to_id`, report);
    if (from === null || to === null)
      report.error(field, "missing", "The id of one of its spans is missing.");
    else links.push({ field, from, to });
  }
  return links;
}
