import type { RowReport } from "../diagnostics.ts";
import type { Draft, DraftSpan } from "../foreign/draft.ts";
import { needNumber, needString, readExtra, readId } from "../foreign/read.ts";
import type { JsonRecord } from "../json.ts";
import { MAX_ENTITIES } from "../limits.ts";
import { readList, readRecord } from "../pairs/fields.ts";
import { kindOf } from "../show.ts";

export const ROW_KEYS: ReadonlySet<string> = new Set(["curid", "text", "entities"]);
const ENTITY_KEYS: ReadonlySet<string> = new Set(["name", "span", "type"]);

/** `{curid, text, entities: [{name, span: [start, end], type}]}`; offsets count code points. */
export function readStockmark(row: JsonRecord, report: RowReport): Draft | undefined {
  const sourceText = needString(row.text, "text", report);
  const list = readList(row.entities, "entities", MAX_ENTITIES, report) ?? [];
  const spans = list.flatMap((entity, index) => readEntity(entity, `entities[${index}]`, report) ?? []);
  return {
    id: readId(row.curid, "curid", report),
    sourceText,
    pivotText: "",
    unit: "code points",
    spans,
    links: [],
    extra: readExtra(row, ROW_KEYS, "", report),
  };
}

function readEntity(value: unknown, field: string, report: RowReport): DraftSpan | undefined {
  const entity = readRecord(value, field, report);
  if (!entity) return undefined;
  const { span } = entity;
  if (!Array.isArray(span) || span.length !== 2) {
    report.error(`${field}.span`, "wrong_type", `Expected [start, end], found ${kindOf(span)}.`);
    return undefined;
  }
  const start = needNumber(span[0], `${field}.span[0]`, report);
  const end = needNumber(span[1], `${field}.span[1]`, report);
  const label = needString(entity.type, `${field}.type`, report);
  const text = needString(entity.name, `${field}.name`, report);
  const extra = readExtra(entity, ENTITY_KEYS, field, report);
  return { field, side: "source", id: null, start, end, label, text, extra };
}
