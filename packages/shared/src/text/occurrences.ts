import type { Text } from "./text.ts";
import { type Range, utf16 } from "./units.ts";

/** Letters of scripts that are written without spaces, or onto whose names endings are written: no word ends there. */
const RUN_ON =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Where a surface stands in a text, from left to right, without overlaps; in code points. Stretches inside a longer word
 * ("Ann" in "Annual") do not count, in scripts that write words apart.
 */
export function occurrences(text: Text, surface: string): readonly Range[] {
  const found: Range[] = [];
  if (surface === "") return found;
  let from = text.value.indexOf(surface);
  while (from !== -1) {
    const to = from + surface.length;
    if (!joins(text.value, from) && !joins(text.value, to)) {
      found.push({ start: text.toCodePoint(utf16(from)), end: text.toCodePoint(utf16(to)) });
    }
    from = text.value.indexOf(surface, to);
  }
  return found;
}

/** Whether the characters before and behind a place belong to one word. */
function joins(value: string, at: number): boolean {
  const before = [...value.slice(Math.max(0, at - 2), at)].at(-1);
  const [behind] = value.slice(at, at + 2);
  if (before === undefined || behind === undefined) return false;
  if (/\p{M}/u.test(behind)) return true;
  return WORD.test(before) && WORD.test(behind) && !RUN_ON.test(before) && !RUN_ON.test(behind);
}
