import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteWriter } from "./byte-writer.ts";

it("the pieces together are the texts together, whenever they are taken, and do not change any more", () => {
  const texts = fc.array(
    fc.record({
      text: fc
        .tuple(fc.constantFrom("a", "語", "é", "𠮷"), fc.integer({ min: 0, max: 200_000 }))
        .map(([character, times]) => character.repeat(times)),
      take: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(texts, (parts) => {
      const writer = new ByteWriter();
      const pieces: Uint8Array[] = [];
      for (const { text, take } of parts) {
        writer.add(text);
        if (take) pieces.push(...writer.take());
      }
      pieces.push(...writer.end());
      expect(Buffer.concat(pieces).equals(Buffer.from(parts.map(({ text }) => text).join("")))).toBe(true);
      expect(writer.end()).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

it("a piece that was given back is filled again, and nothing of it stays", () => {
  const writer = new ByteWriter();
  const written: string[] = [];
  const buffers = new Set<ArrayBuffer>();
  const parts = Array.from({ length: 3000 }, (_, index) => `${index}語`.repeat(1 + (index % 100)));
  for (const part of parts) {
    writer.add(part);
    for (const piece of writer.take()) {
      written.push(Buffer.from(piece).toString("latin1"));
      buffers.add(piece.buffer);
      writer.reuse(piece);
    }
  }
  written.push(...writer.end().map((piece) => Buffer.from(piece).toString("latin1")));
  expect(Buffer.from(written.join(""), "latin1").toString()).toBe(parts.join(""));
  expect(written.length).toBeGreaterThan(3);
  expect(buffers.size).toBeLessThan(3);
});
