import fc from "fast-check";
import { graphemeBoundaries } from "../src/text/graphemes.ts";
import { Text } from "../src/text/text.ts";
import { type Range, range } from "../src/text/units.ts";

/** Pieces that offsets go wrong on; joined without a separator, so that clusters form across pieces too. */
const latin = ["a", "Obama", " ", "  ", ".", "’s", "\r\n", "\n", "\t", "é", "e\u0301", "\u0301", "Å", "ǆ"];
const eastAsian = ["北京", "大學", "𠮷", "東京都", "が", "か\u3099", "한국", "\u1112\u1161\u11ab"];
const shaped = ["محمد", "مُحَمَّد", "الـقاهرة", "\u200f", "שָׁלוֹם", "กำ", "ที่นี่", "क्षत्रिय", "दिल्ली", "र्"];
const symbols = ["👍", "👍🏽", "👩‍💻", "👨‍👩‍👧‍👦", "🇹🇷", "🇹", "❤️", "\u200d", "\ufe0f", "𝔘"];
export const pieces = [...latin, ...eastAsian, ...shaped, ...symbols] as const;

export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 14, size: "max" })
  .map((parts) => parts.join(""));

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** Any string of UTF-16 units, halves of surrogate pairs included. */
export const arbitraryUnits: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...pieces), weight: 4 },
      { arbitrary: fc.constantFrom("\ud83d", "\udc4d", "\ud800", "\udfff"), weight: 1 },
      { arbitrary: unit, weight: 1 },
    ),
    { maxLength: 14, size: "max" },
  )
  .map((parts) => parts.join(""));

/** A position as a share, so that one generated value fits every text and every list. */
export const arbitraryShare = fc.integer({ min: 0, max: 999 });
export const arbitraryShares = fc.tuple(arbitraryShare, arbitraryShare);

export const pick = <T>(items: readonly T[], share: number): T | undefined =>
  items[Math.floor((share * items.length) / 1000)];

/** A non-empty range of whole clusters; undefined in an empty text. */
export function wholeRange(value: string, [a, b]: readonly [number, number]): Range | undefined {
  const edges = graphemeBoundaries(new Text(value));
  const start = pick(edges.slice(0, -1), a);
  const end = start === undefined ? undefined : pick(edges.slice(edges.indexOf(start) + 1), b);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Integers around the text: often outside it, empty, reversed or inside a cluster. */
export const wildRange = (value: string): fc.Arbitrary<Range> => {
  const offset = fc.integer({ min: -1, max: value.length + 1 });
  return fc.tuple(offset, offset).map(([start, end]) => range(start, end));
};

/** The text with a stretch of whole clusters replaced. */
export function spliced(value: string, at: readonly [number, number], insert: string): string {
  const place = wholeRange(value, at);
  if (!place) return insert;
  const text = new Text(value);
  return value.slice(0, text.toUtf16(place.start)) + insert + value.slice(text.toUtf16(place.end));
}
