import { loneSurrogateAt } from "@spanbridge/shared";
import type { Reporter } from "./diagnostics.ts";
import { MAX_DEPTH } from "./limits.ts";
import { shorten } from "./show.ts";

export type JsonRecord = { readonly [key: string]: unknown };

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Only these escapes can bring a NUL or half a surrogate pair into JSON read from valid UTF-8. */
const SUSPICIOUS_ESCAPE = /\\u(?:0000|[dD][89a-fA-F])/;

/** Whether the strings of this JSON text need a look; spares nearly every row a walk over all its values. */
export const mayHoldBadCharacters = (json: string): boolean => SUSPICIOUS_ESCAPE.test(json);

/** What cannot be stored: NUL (PostgreSQL has none) and half of a surrogate pair (not a character; not in UTF-8). */
export function checkCharacters(value: unknown, path: string, report: Reporter, depth = 0): void {
  if (typeof value === "string") {
    checkString(value, path, report);
  } else if (typeof value === "object" && value !== null && depth <= MAX_DEPTH) {
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = join(path, key, Array.isArray(value));
      checkString(key, innerPath, report);
      checkCharacters(inner, innerPath, report, depth + 1);
    }
  }
}

function checkString(value: string, path: string, report: Reporter): void {
  const nul = value.indexOf("\0");
  if (nul !== -1) {
    report.error(path, "nul_character", `Holds the character NUL (U+0000), which cannot be stored.`);
  }
  const lone = loneSurrogateAt(value);
  if (lone !== -1) {
    const unit = value.charCodeAt(lone).toString(16).toUpperCase();
    const message = `Holds U+${unit}, half of a surrogate pair without its other half: not a character.`;
    report.error(path, "lone_surrogate", message);
  }
}

/** Checks a metadata value: nested to a sane depth, numbers that come out again as they went in. */
export function checkMetadata(value: unknown, path: string, report: Reporter, depth = 0): void {
  if (typeof value === "number") {
    checkNumber(value, path, report);
  } else if (typeof value === "object" && value !== null) {
    if (depth >= MAX_DEPTH) {
      report.error(path, "too_deep", `Nested more than ${MAX_DEPTH} levels deep.`);
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      checkMetadata(inner, join(path, key, Array.isArray(value)), report, depth + 1);
    }
  }
}

function checkNumber(value: number, path: string, report: Reporter): void {
  if (!Number.isFinite(value)) {
    report.error(path, "number_range", "This number is too large to be kept (above 1.8e308).");
  } else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    const message = `This whole number is above 2^53 and may have lost digits: it is kept as ${value}. Use a string for ids.`;
    report.warning(path, "number_precision", message);
  }
}

const join = (path: string, key: string, isList: boolean): string =>
  isList ? `${path}[${key}]` : path === "" ? shorten(key) : `${path}.${shorten(key)}`;
