import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryUnits } from "../../test/texts.ts";
import {
  cutsNoCluster,
  graphemeBoundaries,
  MAY_CLUSTER,
  nextBoundary,
  previousBoundary,
  widenToClusters,
} from "./graphemes.ts";
import { Text } from "./text.ts";
import { codePoint, range } from "./units.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Boundaries by segmenting everything and counting characters: slow and plain. */
function naive(value: string): number[] {
  const found = [0];
  for (const { segment } of segmenter.segment(value)) found.push((found.at(-1) ?? 0) + [...segment].length);
  return found;
}

const textAndOffset = arbitraryUnits.chain((value) =>
  fc.tuple(fc.constant(value), fc.nat([...value].length), fc.nat([...value].length)),
);

describe("grapheme clusters", () => {
  it("have the boundaries of a full segmentation", () => {
    fc.assert(
      fc.property(arbitraryUnits, (value) => {
        expect(graphemeBoundaries(new Text(value))).toEqual(naive(value));
      }),
      { numRuns: 2000 },
    );
  });

  it("are found around any offset", () => {
    fc.assert(
      fc.property(textAndOffset, ([value, a, b]) => {
        const text = new Text(value);
        const edges = naive(value);
        const [start, end] = a <= b ? [a, b] : [b, a];
        expect(nextBoundary(text, codePoint(a))).toBe(edges.find((edge) => edge > a) ?? text.length);
        expect(previousBoundary(text, codePoint(a))).toBe(edges.findLast((edge) => edge < a) ?? 0);
        expect(cutsNoCluster(text, range(start, end))).toBe(edges.includes(start) && edges.includes(end));
        expect(widenToClusters(text, range(start, end))).toEqual({
          start: edges.findLast((edge) => edge <= start),
          end: edges.find((edge) => edge >= end),
        });
      }),
      { numRuns: 2000 },
    );
  });

  it("are clamped to the text before widening", () => {
    expect(widenToClusters(new Text("👩‍💻"), range(-5, 99))).toEqual({ start: 0, end: 3 });
  });

  it.each([
    ["ZWJ family", "👨‍👩‍👧‍👦", [0, 7]],
    ["flags", "🇹🇷🇩🇪", [0, 2, 4]],
    ["skin tone", "👍🏽", [0, 2]],
    ["Thai with vowel and tone", "ที่นี่", [0, 3, 6]],
    ["Thai sara am", "กำ", [0, 2]],
    ["Devanagari conjunct", "क्षत्रिय", [0, 3, 7, 8]],
    ["Arabic with marks", "مُحَ", [0, 2, 4]],
    ["Hangul jamo", "\u1112\u1161\u11ab", [0, 3]],
    ["CR LF", "a\r\nb", [0, 1, 3, 4]],
  ])("%s", (_, value, boundaries) => {
    expect(graphemeBoundaries(new Text(value))).toEqual(boundaries);
  });
});

describe("the fast path", () => {
  const safe: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (!MAY_CLUSTER.test(character)) safe.push(character);
  }
  const segments = (value: string): number => {
    let count = 0;
    for (const _ of segmenter.segment(value)) count++;
    return count;
  };

  it("is taken for most text of the languages that have no clusters", () => {
    expect(safe.length).toBeGreaterThan(21_000);
    for (const value of ["Angela Merkel’s", "美國總統", "トランプ", "Привет", "서울에서", "كوري شولمان"]) {
      expect(MAY_CLUSTER.test(value)).toBe(false);
    }
  });

  it("holds no character that joins with another one of them, in either order", () => {
    // All against all would be 10⁹ pairs. A break between two characters depends on their Grapheme_Cluster_Break,
    // Extended_Pictographic and Indic_Conjunct_Break values only, so each is tried against some of every kind that
    // occurs among them: both ends of each range (so of each script, Hangul with and without a final) and a pictograph.
    const few = safe.filter((character) => {
      const code = character.charCodeAt(0);
      return [code - 1, code + 1].some((next) => MAY_CLUSTER.test(String.fromCharCode(next)));
    });
    few.push("©");
    expect(few.length).toBeGreaterThan(30);
    for (const character of safe) {
      const line = few.map((partner) => character + partner).join("") + character;
      expect(segments(line)).toBe(2 * few.length + 1);
    }
    expect(segments(safe.join(""))).toBe(safe.length);
    expect(segments(safe.toReversed().join(""))).toBe(safe.length);
  });

  it("holds no character with a property that any rule of UAX #29 joins by", () => {
    const joining =
      /[\p{Grapheme_Extend}\p{M}\p{Regional_Indicator}\p{Emoji_Modifier}\r\n\u200d]|[\u1100-\u11ff\ua960-\ua97f\ud7a4-\ud7ff]/u;
    expect(safe.filter((character) => joining.test(character))).toEqual([]);
    // Pictographs join by a ZWJ only, which is not among them.
    expect(safe.filter((character) => /\p{Extended_Pictographic}/u.test(character))).toEqual(["©", "®"]);
  });
});
