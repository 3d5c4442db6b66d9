import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryUnits } from "../../test/texts.ts";
import { codePointLength, loneSurrogateAt, Text } from "./text.ts";
import { codePoint, range, utf16 } from "./units.ts";

describe("Text", () => {
  it("agrees with a walk over the code points, whatever the string", () => {
    fc.assert(
      fc.property(arbitraryUnits, (value) => {
        const text = new Text(value);
        const characters = [...value];
        expect(text.length).toBe(characters.length);
        expect(codePointLength(value)).toBe(characters.length);
        let unit = 0;
        for (let offset = 0; offset <= characters.length; offset++) {
          expect(text.toUtf16(codePoint(offset))).toBe(unit);
          expect(text.toCodePoint(utf16(unit))).toBe(offset);
          const character = characters[offset];
          if (character?.length === 2) expect(text.toCodePoint(utf16(unit + 1))).toBe(offset);
          unit += character?.length ?? 0;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("slices by code points", () => {
    fc.assert(
      fc.property(arbitraryUnits, fc.nat(30), fc.nat(30), (value, a, b) => {
        const text = new Text(value);
        const start = Math.min(a, text.length);
        const end = Math.min(start + b, text.length);
        expect(text.slice(range(start, end))).toBe([...value].slice(start, end).join(""));
      }),
    );
  });

  it.each([
    ["emoji", "👍a", 1, "a"],
    ["ZWJ sequence", "👩‍💻x", 3, "x"],
    ["Arabic with marks", "مُحَمَّد، x", 10, "x"],
    ["Thai", "ที่นี่x", 6, "x"],
    ["Devanagari", "क्षx", 3, "x"],
    ["CRLF", "a\r\nx", 3, "x"],
    ["Han beyond the BMP", "𠮷野x", 2, "x"],
    ["a lone high half before a pair", "\ud83d👍x", 2, "x"],
  ])("counts %s in code points", (_, value, offset, character) => {
    expect(new Text(value).slice(range(offset, offset + 1))).toBe(character);
  });

  it("refuses offsets outside the text and such as are no integers", () => {
    const text = new Text("a👍");
    for (const bad of [-1, 3, 0.5, Number.NaN])
      expect(() => text.toUtf16(codePoint(bad))).toThrow(RangeError);
    for (const bad of [-1, 4, 0.5, Number.NaN])
      expect(() => text.toCodePoint(utf16(bad))).toThrow(RangeError);
  });

  it("holds non-empty ranges inside only", () => {
    const text = new Text("a👍");
    expect(text.holds(range(0, 2))).toBe(true);
    for (const [start, end] of [
      [0, 0],
      [1, 0],
      [-1, 1],
      [0, 3],
      [0.5, 1],
      [Number.NaN, 1],
    ] as const) {
      expect(text.holds(range(start, end))).toBe(false);
    }
  });
});

describe("loneSurrogateAt", () => {
  it("finds the first unit that no pair explains", () => {
    fc.assert(
      fc.property(arbitraryUnits, (value) => {
        const at = [...value].findIndex((character) => /^[\ud800-\udfff]$/.test(character));
        const expected = at === -1 ? -1 : [...value].slice(0, at).join("").length;
        expect(loneSurrogateAt(value)).toBe(expected);
        expect(loneSurrogateAt(value) === -1).toBe(value.isWellFormed());
      }),
    );
  });
});
