import { type CodePoint, codePoint, type Text, utf16 } from "@spanbridge/shared";

/** Texts up to this length are drawn in one piece. Lengths here are UTF-16 units: they only say how much is enough. */
const LONG = 1500;
const LEAST = 400;
/** Where no sentence has ended by then, a word's end will do. */
const MOST = 1200;

const LINE_END = /\r?\n/g;
/** The end of a sentence with the closing marks and the space behind it. A mark that belongs to a letter never stands alone. */
const SENTENCE_END = /(?:[。！？｡]["'”’」』）)\]]*|[.!?؟।]["'”’»)\]]*(?=\s))\s*(?!\p{M})/gu;
const SPACE = /\s+(?!\p{M})/gu;

/**
 * Where a long text is cut into blocks, each drawn by itself: an edit then lays out a few lines instead of thousands of
 * characters. Blocks begin behind line ends and sentences, so that nothing is torn; the first one at 0. Depends on the text alone.
 */
export function blockStarts(text: Text): readonly CodePoint[] {
  const { value } = text;
  const starts: CodePoint[] = [codePoint(0)];
  if (value.length <= LONG) return starts;
  for (let at = nextStart(value, 0); at < value.length; at = nextStart(value, at)) {
    starts.push(text.toCodePoint(utf16(at)));
  }
  return starts;
}

function nextStart(value: string, from: number): number {
  const line = endAfter(LINE_END, value, from + LEAST);
  const sentence = endAfter(SENTENCE_END, value, from + LEAST);
  const near = Math.min(line, sentence);
  return near <= from + MOST ? near : Math.min(near, endAfter(SPACE, value, from + MOST));
}

/** Where the first match that begins at or behind `from` ends; the text's end where there is none. */
function endAfter(pattern: RegExp, value: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(value) ? pattern.lastIndex : value.length;
}
