/**
 * How two texts stand in the one text of a brat document: source, a line of its own, translation. The line has more
 * equals signs than any other of its kind in either text, so that any texts come back as they were.
 */
const SEPARATOR = /^(={5,}) translation (={5,})$/;

const ruleOf = (line: string): number => {
  const [, before = "", after = ""] = SEPARATOR.exec(line) ?? [];
  return before.length === after.length ? before.length : 0;
};

/** The text, and where the translation begins in it, in UTF-16 units. */
export function joinBrat(source: string, pivot: string): { readonly text: string; readonly pivotAt: number } {
  if (pivot === "" && !source.includes("\n")) return { text: source, pivotAt: source.length };
  const longest = Math.max(0, ...`${source}\n${pivot}`.split("\n").map(ruleOf));
  const rule = "=".repeat(Math.max(5, longest + 1));
  const before = `${source}\n${rule} translation ${rule}\n`;
  return { text: `${before}${pivot}`, pivotAt: before.length };
}

export type BratTexts = {
  readonly source: string;
  readonly pivot: string;
  /** In UTF-16 units of the whole text. */
  readonly pivotAt: number;
};

/** Undefined where the text has no separating line: it is one of another's. */
export function splitBrat(text: string): BratTexts | undefined {
  let best: { readonly at: number; readonly length: number; readonly rule: number } | undefined;
  let at = 0;
  for (const line of text.split("\n")) {
    const rule = ruleOf(line);
    if (rule > (best?.rule ?? 0) && at > 0) best = { at, length: line.length, rule };
    at += line.length + 1;
  }
  if (!best) return undefined;
  const pivotAt = best.at + best.length + 1;
  return { source: text.slice(0, best.at - 1), pivot: text.slice(pivotAt), pivotAt };
}
