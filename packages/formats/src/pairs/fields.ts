import type { RowReport } from "../diagnostics.ts";
import { isRecord, type JsonRecord } from "../json.ts";
import { kindOf, show } from "../show.ts";

/** A list, or an empty one where the field is missing or null; undefined, with an error, for anything else or too many. */
export function readList(
  value: unknown,
  field: string,
  limit: number,
  report: RowReport,
): readonly unknown[] | undefined {
  if (value === undefined || value === null) return NONE;
  if (!Array.isArray(value)) {
    report.error(field, "wrong_type", `Expected a list, found ${kindOf(value)}.`);
    return undefined;
  }
  if (value.length > limit) {
    report.error(field, "too_many", `Holds ${value.length} entries; ${limit} at most are read.`);
    return undefined;
  }
  return value;
}

const NONE: readonly unknown[] = [];

/** A string within its limit, null where the field is missing or null; undefined, with an error, for anything else. */
export function readString(
  value: unknown,
  field: string,
  limit: number,
  report: RowReport,
): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") {
    report.error(field, "wrong_type", `Expected a string, found ${kindOf(value)} (${show(value)}).`);
    return undefined;
  }
  if (value.length > limit) {
    report.error(field, "too_long", `Is ${value.length} characters long; ${limit} at most are read.`);
    return undefined;
  }
  return value;
}

export function readRecord(value: unknown, field: string, report: RowReport): JsonRecord | undefined {
  if (isRecord(value)) return value;
  report.error(field, "wrong_type", `Expected an object, found ${kindOf(value)}.`);
  return undefined;
}

/** A whole number from 0; undefined, with an error, for anything else. */
export function readOffset(value: unknown, field: string, report: RowReport): number | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  if (value === undefined) report.error(field, "missing", "The offset is missing.");
  else if (typeof value !== "number") {
    report.error(field, "wrong_type", `Expected a number, found ${kindOf(value)} (${show(value)}).`);
  } else report.error(field, "offset", `Expected a whole number from 0, found ${value}.`);
  return undefined;
}
