import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LineEvent, LineSplitter } from "./splitter.ts";
import { decodeUtf8, invalidUtf8At } from "./utf8.ts";

const encoder = new TextEncoder();

function split(bytes: Uint8Array, limit?: number, cuts: readonly number[] = []): LineEvent[] {
  const splitter = new LineSplitter(limit);
  const events: LineEvent[] = [];
  let from = 0;
  for (const to of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
    const piece = bytes.slice(from, to);
    events.push(...splitter.push(piece));
    piece.fill(0);
    from = to;
  }
  events.push(...splitter.end());
  return events;
}

const of = (text: string, limit?: number) => split(encoder.encode(text), limit);
const lines = (events: readonly LineEvent[]) =>
  events.flatMap((event) => (event.kind === "line" ? [event.text] : []));
const codes = (events: readonly LineEvent[]) =>
  events.flatMap((event) => (event.kind === "line" ? [] : [`${event.kind} ${event.number} ${event.code}`]));

/** Bytes on which lines go wrong: breaks, marks, cut characters, zeros. */
const pieces = ["\n", "\r\n", "\r", "a", "é", "北", "👩‍💻", "\ufeff", "\u2028", "{}", "xxxxxxxxxx"].map(
  (text) => [...encoder.encode(text)],
);
const damaged = [
  [0xff],
  [0xe5, 0x8c],
  [0x80],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0],
];
const arbitraryBytes = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...damaged), fc.uint8Array({ maxLength: 3 })), {
    maxLength: 30,
  })
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

describe("the line splitter", () => {
  it("gives the same whatever the pieces, and one event for each line", () => {
    fc.assert(
      fc.property(
        arbitraryBytes,
        fc.array(fc.nat(300)),
        fc.integer({ min: 1, max: 40 }),
        (bytes, places, limit) => {
          const whole = split(bytes, limit);
          const cuts = places.map((place) => place % (bytes.length + 1));
          expect(split(bytes, limit, cuts)).toEqual(whole);
          expect(split(bytes, limit, [...bytes.keys()])).toEqual(whole);
          if (whole.some(({ kind }) => kind === "fatal")) {
            expect(whole).toHaveLength(1);
            return;
          }
          const numbers = whole.filter(({ kind }) => kind !== "warning").map(({ number }) => number);
          expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("gives back every text, with any breaks, with or without one at the end", () => {
    const line = fc.string({ unit: "binary" }).map((text) => text.replaceAll(/[\n\r]|^\ufeff/g, "x"));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom("\n", "\r\n"), (texts, lineBreak) => {
        // Four characters first: what a file is follows from its first bytes.
        const all = ["head", ...texts];
        expect(lines(of(`${all.join(lineBreak)}${lineBreak}`))).toEqual(all);
        const last = texts.at(-1);
        expect(lines(of(all.join(lineBreak)))).toEqual(last === "" ? all.slice(0, -1) : all);
      }),
    );
  });

  it.each([
    ["nothing", "", [], []],
    ["one byte", "a", ["a"], []],
    ["a byte order mark, once", "\ufeffa\n\ufeffb", ["a", "\ufeffb"], ["warning 1 byte_order_mark"]],
    ["CR LF, with one warning", "a\nb\r\nc\r\n", ["a", "b", "c"], ["warning 2 crlf"]],
    ["a CR that is no line break", "a\rb\r", ["a\rb\r"], []],
    ["a line of the limit", "12345678\n1", ["12345678", "1"], []],
    ["a line above the limit", "123456789\n1", ["1"], ["unreadable 1 line_too_long"]],
    ["a last line above the limit", "1\n123456789", ["1"], ["unreadable 2 line_too_long"]],
    ["zeros inside a line", "ab\0\0", ["ab\0\0"], []],
  ])("reads %s", (_, text, expectedLines, expectedCodes) => {
    const events = of(text, 8);
    expect(lines(events)).toEqual(expectedLines);
    expect(codes(events)).toEqual(expectedCodes);
  });

  it.each([
    ["UTF-16 with a mark", [0xff, 0xfe, 0x7b, 0x00], "wrong_encoding"],
    ["big-endian UTF-16 with a mark", [0xfe, 0xff, 0x00, 0x7b], "wrong_encoding"],
    ["UTF-16 without a mark", [0x7b, 0x00, 0x22, 0x00, 0x0a, 0x00], "wrong_encoding"],
    ["big-endian UTF-16 without a mark", [0x00, 0x7b, 0x00, 0x22], "wrong_encoding"],
    ["gzip", [0x1f, 0x8b, 0x08, 0x00], "not_text"],
    ["ZIP", [0x50, 0x4b, 0x03, 0x04], "not_text"],
  ])("refuses %s", (_, bytes, code) => {
    expect(codes(split(Uint8Array.from(bytes)))).toEqual([`fatal 0 ${code}`]);
  });

  it("leaves out the line that is not UTF-8, says where, and reads the others", () => {
    const bytes = Uint8Array.from([...encoder.encode("good\nd"), 0xe9, ...encoder.encode("j\u00e0\ngood\n")]);
    const events = split(bytes);
    expect(lines(events)).toEqual(["good", "good"]);
    expect(events[1]).toMatchObject({ kind: "unreadable", number: 2, code: "encoding" });
    expect(events[1]).toHaveProperty("message", expect.stringContaining("Byte 2 of this line (hex E9)"));
  });

  it("does not hold a line that is too long", () => {
    const splitter = new LineSplitter(1000);
    const piece = new Uint8Array(64 * 1024).fill(0x61);
    const before = process.memoryUsage().arrayBuffers;
    for (let sent = 0; sent < 2000; sent++) expect(splitter.push(piece)).toEqual([]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
    expect(codes(splitter.end())).toEqual(["unreadable 1 line_too_long"]);
  });
});

describe("UTF-8", () => {
  it("is invalid exactly where the platform's decoder says so", () => {
    fc.assert(
      fc.property(arbitraryBytes, (bytes) => {
        const at = invalidUtf8At(bytes);
        expect(at === -1).toBe(decodeUtf8(bytes) !== undefined);
        if (at === -1) return;
        // Everything before the place is whole characters, and nothing can follow that would make it right.
        expect(decodeUtf8(bytes.subarray(0, at))).toBeDefined();
      }),
      { numRuns: 3000 },
    );
  });
});
