import { codePointLength } from "@spanbridge/shared";

/** An introduction as it is kept: what cannot be stored is left out, and so is the white space around it. */
export const cleanIntroduction = (extract: string): string =>
  extract.replaceAll("\0", "").toWellFormed().replaceAll("\r\n", "\n").trim();

/** The first paragraphs, as many as have room in `most` code points; never less than the first. */
export function firstParagraphs(text: string, most: number): string {
  let end = text.length;
  while (codePointLength(text.slice(0, end)) > most) {
    const last = text.slice(0, end).search(/\s*\n(?!.*\n)[^\n]*$/u);
    if (last <= 0) break;
    end = last;
  }
  return text.slice(0, end).trimEnd();
}
