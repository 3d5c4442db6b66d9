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
      pieces.push(...writer.take());
      expect(Buffer.concat(pieces).equals(Buffer.from(parts.map(({ text }) => text).join("")))).toBe(true);
      expect(writer.take()).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
