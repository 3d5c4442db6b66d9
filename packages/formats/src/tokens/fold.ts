/** Tabs, and all that readers take for the end of a line, not only ours: control characters and two separators. */
const BREAKS = /[\p{Cc}\u2028\u2029]/gu;

/** A text for one line: one space for each break keeps the offsets, in text and tokens alike. */
export const foldBreaks = (value: string): string => value.replace(BREAKS, " ");
