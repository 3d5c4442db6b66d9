import { codePoint, type Provenance, type Side, type Span, type Text } from "@spanbridge/shared";
import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import { checkMetadata, type JsonRecord } from "../json.ts";
import { MAX_ENTITIES, MAX_SPAN_ID } from "../limits.ts";
import type { JsonObject } from "../record.ts";
import { kindOf, show } from "../show.ts";
import { checkRange, makeSpan, readLabel } from "../spans.ts";
import { readList, readOffset, readRecord, readString } from "./fields.ts";
import { ENTITY_KEYS } from "./keys.ts";

/** An entity as the file has it, checked but for its id where it has none. */
export type Entity = {
  readonly field: string;
  readonly side: Side;
  readonly id: string | null;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly score: number | undefined;
  readonly extra: JsonObject | undefined;
};

/** The entities of one side; those with errors are reported and left out, which makes the row a bad one. */
export function readEntities(
  value: unknown,
  field: string,
  side: Side,
  text: Text,
  context: FileContext,
  report: RowReport,
): Entity[] {
  const list = readList(value, field, MAX_ENTITIES, report) ?? [];
  const entities: Entity[] = [];
  for (let index = 0; index < list.length; index++) {
    const entity = readEntity(list[index], `${field}[${index}]`, side, text, context, report);
    if (entity) entities.push(entity);
  }
  return entities;
}

function readEntity(
  value: unknown,
  field: string,
  side: Side,
  text: Text,
  context: FileContext,
  report: RowReport,
): Entity | undefined {
  const given = readRecord(value, field, report);
  if (!given) return undefined;
  const start = readOffset(given.start, `${field}.start`, report);
  const end = readOffset(given.end, `${field}.end`, report);
  const placed =
    start !== undefined &&
    end !== undefined &&
    checkRange(start, end, text, field, report) &&
    checkSurface(given.text, start, end, text, field, report);
  const label = labelOf(given.label, `${field}.label`, context, report);
  const id = readString(given.id, `${field}.id`, MAX_SPAN_ID, report);
  if (id === "") report.error(`${field}.id`, "empty", "The id is empty; leave it out to have one made.");
  const score = readScore(given.score, `${field}.score`, report);
  const extra = readExtra(given, field, report);
  if (!placed || label === undefined || id === undefined) return undefined;
  return { field, side, id, start, end, label, score, extra };
}

function labelOf(value: unknown, field: string, context: FileContext, report: RowReport): string | undefined {
  if (typeof value === "string") {
    const label = readLabel(value, field, context, report);
    // Links, absences and marks may refer to it: there is no leaving it out alone.
    if (label === null) report.error(field, "unknown_label", "In this format a label can be renamed only.");
    return label ?? undefined;
  }
  if (value === undefined) report.error(field, "missing", "The label is missing.");
  else report.error(field, "wrong_type", `Expected a string, found ${kindOf(value)} (${show(value)}).`);
  return undefined;
}

function readScore(value: unknown, field: string, report: RowReport): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  report.error(field, "wrong_type", `Expected a number, found ${kindOf(value)} (${show(value)}).`);
  return undefined;
}

/** Whether `text`, where it is given, is what stands at the offsets; a guess at the cause helps to repair the file. */
function checkSurface(
  value: unknown,
  start: number,
  end: number,
  text: Text,
  field: string,
  report: RowReport,
): boolean {
  if (value === undefined || value === null) return true;
  const there = text.slice({ start: codePoint(start), end: codePoint(end) });
  if (value === there) return true;
  if (typeof value !== "string") {
    report.error(`${field}.text`, "wrong_type", `Expected a string, found ${kindOf(value)}.`);
    return false;
  }
  const cause =
    text.value.slice(start, end) === value
      ? " The offsets seem to count UTF-16 units; they must count code points."
      : text.value.startsWith(value, start) && value.length === end - start + 1
        ? " The end seems to be inclusive; it must be exclusive."
        : "";
  const message = `Says ${show(value)}, but the text has ${show(there)} at ${start} to ${end}.${cause}`;
  report.error(`${field}.text`, "text_mismatch", message);
  return false;
}

/** Further keys of an entity are kept as well. */
function readExtra(given: JsonRecord, field: string, report: RowReport): JsonObject | undefined {
  let extra: [string, unknown][] | undefined;
  for (const key in given) {
    if (ENTITY_KEYS.has(key) || !Object.hasOwn(given, key)) continue;
    checkMetadata(given[key], `${field}.${key}`, report);
    extra ??= [];
    extra.push([key, given[key]]);
  }
  // Not by assignment: the key "__proto__" is data like any other.
  return extra && (Object.fromEntries(extra) as JsonObject);
}

/**
 * Gives every entity an id: its own, or the side's letter and its place in the file's list (`s1`, `e1`), or the next
 * number that is free. Reports ids that occur twice; `entities` are both sides'. `padded`: numbers are given as many digits as
 * the last of them (`s01` … `s10`), so that ids sort as the file does, for formats that do not write them.
 */
export function identify(
  entities: readonly Entity[],
  imported: Provenance,
  report: RowReport,
  padded = false,
): Map<string, { entity: Entity; span: Span }> {
  const spans = new Map<string, { entity: Entity; span: Span }>();
  const add = (id: string, entity: Entity) => {
    const provenance = entity.score === undefined ? imported : { ...imported, confidence: entity.score };
    const { side, start, end, label } = entity;
    spans.set(id, { entity, span: makeSpan(id, side, start, end, label, provenance) });
  };
  for (const entity of entities) {
    if (entity.id === null) continue;
    const other = spans.get(entity.id);
    if (other) {
      const message = `The id ${show(entity.id)} is already that of ${other.entity.field}; ids are unique within a row.`;
      report.error(`${entity.field}.id`, "duplicate_id", message);
    } else add(entity.id, entity);
  }
  const place = { source: 0, pivot: 0 };
  const free = { source: 0, pivot: 0 };
  const digits = padded ? String(entities.length).length : 1;
  const nameOf = (side: Side): string =>
    `${side === "source" ? "s" : "e"}${String(free[side]).padStart(digits, "0")}`;
  for (const entity of entities) {
    const { side } = entity;
    place[side]++;
    if (entity.id !== null) continue;
    free[side] = Math.max(free[side] + 1, place[side]);
    while (spans.has(nameOf(side))) free[side]++;
    add(nameOf(side), entity);
  }
  return spans;
}
