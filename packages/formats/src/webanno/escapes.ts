/** Characters with a meaning in values; `->` counts as one (WebAnno TSV 3.3, "Reserved Characters"). */
const RESERVED = /->|[\\[\]|_;*]/g;

/** A value or token as it stands in a row: reserved characters behind a backslash, tabs and line breaks as letters. */
export const escapeValue = (value: string): string =>
  value.replace(RESERVED, "\\$&").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");

/** A line of `#Text=`: only what would break the line. */
export const escapeText = (line: string): string =>
  line.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\r", "\\r").replaceAll("\f", "\\f");

const letters: { readonly [letter: string]: string } = { t: "\t", n: "\n", r: "\r", f: "\f", b: "\b" };

export const unescapeValue = (value: string): string =>
  value.replace(/\\(->|.)/gsu, (_, escaped: string) => letters[escaped] ?? escaped);

/** Cuts at a separator that no backslash stands before. */
export function splitEscaped(value: string, separator: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (let at = 0; at < value.length; at++) {
    if (value[at] === "\\") {
      part += value.slice(at, at + 2);
      at++;
    } else if (value[at] === separator) {
      parts.push(part);
      part = "";
    } else part += value[at];
  }
  return [...parts, part];
}
