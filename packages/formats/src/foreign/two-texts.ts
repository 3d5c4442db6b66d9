import { codePointLength, type Side } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import type { Unit } from "./draft.ts";
import { readNumber } from "./read.ts";

/**
 * How two texts go into a format that has one: source, a line break, translation. The key beside the text says where the
 * source ends, in code points, so that any text comes back as it was. Without the key the whole is the source.
 */
export const SOURCE_LENGTH = "source_length";

export type TwoTexts = {
  readonly joined: string;
  /** Length of the source in code points; undefined where there is no translation. */
  readonly sourceLength: number | undefined;
  /** Where a side begins in the joined text. */
  readonly offsetOf: (side: Side) => number;
};

export function joinTexts(source: string, pivot: string): TwoTexts {
  if (pivot === "") return { joined: source, sourceLength: undefined, offsetOf: () => 0 };
  const sourceLength = codePointLength(source);
  return {
    joined: `${source}\n${pivot}`,
    sourceLength,
    offsetOf: (side) => (side === "source" ? 0 : sourceLength + 1),
  };
}

export type Split = {
  readonly sourceText: string;
  readonly pivotText: string;
  /** A range of the joined text as one of a side's text; undefined where it is in neither. In the file's unit. */
  readonly place: (
    start: number,
    end: number,
  ) => { readonly side: Side; readonly start: number; readonly end: number } | undefined;
};

export function splitTexts(joined: string, length: unknown, unit: Unit, report: RowReport): Split {
  const given = readNumber(length, SOURCE_LENGTH, report);
  const whole: Split = {
    sourceText: joined,
    pivotText: "",
    place: (start, end) => ({ side: "source", start, end }),
  };
  if (given === undefined) return whole;
  const characters = Number.isInteger(given) && given >= 0 ? [...joined] : [];
  if (characters[given] !== "\n") {
    const message = `The source text does not end after ${given} characters: there is no line break in the text there.`;
    report.error(SOURCE_LENGTH, "outside_text", message);
    return whole;
  }
  const sourceText = characters.slice(0, given).join("");
  const pivotText = joined.slice(sourceText.length + 1);
  const edge = unit === "utf-16" ? sourceText.length : given;
  return {
    sourceText,
    pivotText,
    place: (start, end) => {
      if (end <= edge) return { side: "source", start, end };
      return start > edge ? { side: "pivot", start: start - edge - 1, end: end - edge - 1 } : undefined;
    },
  };
}

export const acrossTexts = "Begins in the source text and ends in the translation.";
