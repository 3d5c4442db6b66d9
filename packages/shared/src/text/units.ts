import type { Brand } from "../brand.ts";

/** A position in a text counted in Unicode code points. The unit of everything stored, sent and exported. */
export type CodePoint = Brand<number, "CodePoint">;

/** A position in a text counted in UTF-16 code units: what JavaScript strings and the DOM count in. Never stored. */
export type Utf16 = Brand<number, "Utf16">;

/** A half-open range [start, end) in code points. */
export type Range = { readonly start: CodePoint; readonly end: CodePoint };

/** States that a number is an offset in code points. Use at boundaries that have checked it; do arithmetic inside `text/`. */
export const codePoint = (value: number): CodePoint => value as CodePoint;

/** States that a number is an offset in UTF-16 units, e.g. one that the DOM reported. */
export const utf16 = (value: number): Utf16 => value as Utf16;

export const range = (start: number, end: number): Range => ({
  start: codePoint(start),
  end: codePoint(end),
});

export const rangesOverlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

export const rangeContains = (outer: Range, inner: Range): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const sameRange = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;
