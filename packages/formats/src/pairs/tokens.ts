import { codePoint, type Text } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import { MAX_TOKENS } from "../limits.ts";
import type { TokenRange, Tokens } from "../record.ts";
import { kindOf, show } from "../show.ts";
import { readList } from "./fields.ts";

/** Reads a text's tokens and their offsets; undefined where there are none, or something is wrong with them. */
export function readTokens(
  formsValue: unknown,
  rangesValue: unknown,
  side: "source" | "english",
  text: Text,
  report: RowReport,
): Tokens | undefined {
  const [formsField, rangesField] = [`${side}_tokens`, `${side}_token_offsets`];
  const ranges = readList(rangesValue, rangesField, MAX_TOKENS, report);
  const forms = readList(formsValue, formsField, MAX_TOKENS, report);
  if (!ranges || !forms) return undefined;
  const given = formsValue !== undefined && formsValue !== null;
  if (given && (rangesValue === undefined || rangesValue === null)) {
    report.error(rangesField, "missing", `There are ${formsField} but no ${rangesField} that place them.`);
    return undefined;
  }
  if (given && forms.length !== ranges.length) {
    const message = `There are ${ranges.length} offsets for ${forms.length} ${formsField}.`;
    report.error(rangesField, "tokens", message);
    return undefined;
  }
  if (ranges.length === 0) return undefined;
  if (!isRangeList(ranges, rangesField, text, report)) return undefined;
  if (!given) return { ranges };
  return withForms(forms, ranges, formsField, text, report);
}

/** Whether all are ranges inside the text, in order, either apart or the same as the one before. */
function isRangeList(
  list: readonly unknown[],
  field: string,
  text: Text,
  report: RowReport,
): list is readonly TokenRange[] {
  let previous: TokenRange = [0, 0];
  for (let index = 0; index < list.length; index++) {
    const range = list[index];
    if (!isRange(range)) {
      const found = Array.isArray(range) ? `a list of ${range.length}` : kindOf(range);
      report.error(
        `${field}[${index}]`,
        "wrong_type",
        `Expected [start, end] in whole numbers, found ${found}.`,
      );
      return false;
    }
    const [start, end] = range;
    const again = start === previous[0] && end === previous[1];
    if (start < 0 || start >= end || end > text.length || (start < previous[1] && !again)) {
      const message = `The token at ${start} to ${end} does not fit: tokens are not empty, follow each other and end within the text (${text.length} code points).`;
      report.error(`${field}[${index}]`, "tokens", message);
      return false;
    }
    previous = range;
  }
  return true;
}

const isRange = (value: unknown): value is TokenRange =>
  Array.isArray(value) &&
  value.length === 2 &&
  Number.isSafeInteger(value[0]) &&
  Number.isSafeInteger(value[1]);

/** Only the parts of a contraction, which share a range, may be written otherwise than the text. */
function withForms(
  list: readonly unknown[],
  ranges: readonly TokenRange[],
  field: string,
  text: Text,
  report: RowReport,
): Tokens | undefined {
  const forms: string[] = [];
  let differs = false;
  for (let index = 0; index < ranges.length; index++) {
    const form = list[index];
    const range = ranges[index];
    if (typeof form !== "string" || !range) {
      report.error(`${field}[${index}]`, "wrong_type", `Expected a string, found ${kindOf(form)}.`);
      return undefined;
    }
    forms.push(form);
    const there = text.slice({ start: codePoint(range[0]), end: codePoint(range[1]) });
    if (form === there) continue;
    if (!sharesRange(ranges, index)) {
      const message = `The token is ${show(form)}, but the text has ${show(there)} at ${range[0]} to ${range[1]}.`;
      report.error(`${field}[${index}]`, "tokens", message);
      return undefined;
    }
    differs = true;
  }
  return differs ? { ranges, forms } : { ranges };
}

export function sharesRange(ranges: readonly TokenRange[], index: number): boolean {
  const range = ranges[index];
  const same = (other: TokenRange | undefined) =>
    range !== undefined && other !== undefined && other[0] === range[0] && other[1] === range[1];
  return same(ranges[index - 1]) || same(ranges[index + 1]);
}
