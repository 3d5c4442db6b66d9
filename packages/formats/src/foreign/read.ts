import type { RowReport } from "../diagnostics.ts";
import { checkMetadata, isRecord, type JsonRecord } from "../json.ts";
import { readList } from "../pairs/fields.ts";
import type { JsonObject } from "../record.ts";
import { kindOf, shorten, show } from "../show.ts";

/** A number, undefined where it is missing or null; anything else is an error. */
export function readNumber(value: unknown, field: string, report: RowReport): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  report.error(field, "wrong_type", `Expected a number, found ${kindOf(value)} (${show(value)}).`);
  return undefined;
}

/** A number that must be there. NaN, with an error, where it is not: the row is bad in any case. */
export function needNumber(value: unknown, field: string, report: RowReport): number {
  const number = readNumber(value, field, report);
  if (number !== undefined) return number;
  if (value === undefined || value === null) report.error(field, "missing", "The number is missing.");
  return Number.NaN;
}

/** A string that must be there; empty, with an error, where it is not. */
export function needString(value: unknown, field: string, report: RowReport): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) report.error(field, "missing", "The text is missing.");
  else report.error(field, "wrong_type", `Expected a string, found ${kindOf(value)} (${show(value)}).`);
  return "";
}

/** An id as other tools write them: a string, or a whole number; null where there is none. */
export function readId(value: unknown, field: string, report: RowReport): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  report.error(field, "wrong_type", `Expected a string or a whole number, found ${show(value)}.`);
  return null;
}

/** The keys without a meaning, kept as metadata; undefined where there are none. */
export function readExtra(
  row: JsonRecord,
  known: ReadonlySet<string>,
  field: string,
  report: RowReport,
): JsonObject | undefined {
  const extra: [string, unknown][] = [];
  for (const key of Object.keys(row)) {
    if (known.has(key)) continue;
    checkMetadata(row[key], field === "" ? shorten(key) : `${field}.${shorten(key)}`, report);
    extra.push([key, row[key]]);
  }
  // Not by assignment: the key "__proto__" is data like any other.
  return extra.length > 0 ? (Object.fromEntries(extra) as JsonObject) : undefined;
}

/** The objects of a list, each with its place in the row; what is no object is an error and left out. */
export function* readObjects(
  value: unknown,
  field: string,
  most: number,
  report: RowReport,
): Generator<{ readonly field: string; readonly item: JsonRecord; readonly index: number }> {
  for (const [index, item] of (readList(value, field, most, report) ?? []).entries()) {
    const at = `${field}[${index}]`;
    if (isRecord(item)) yield { field: at, item, index };
    else report.error(at, "wrong_type", `Expected an object, found ${kindOf(item)}.`);
  }
}
