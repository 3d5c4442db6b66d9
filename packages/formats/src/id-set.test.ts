import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdSet } from "./id-set.ts";

describe("the id set", () => {
  it("knows what was added, as a Set does", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ maxLength: 2 }), fc.string({ unit: "binary" }))), (ids) => {
        const set = new IdSet();
        const plain = new Set<string>();
        for (const id of ids) {
          expect(set.has(id)).toBe(plain.has(id));
          expect(set.add(id)).toBe(!plain.has(id));
          plain.add(id);
        }
        expect(set.size).toBe(plain.size);
      }),
    );
  });

  it("takes none of half a million similar ids for another", () => {
    const set = new IdSet();
    const shapes = [
      (n: number) => `n${String(n).padStart(8, "0")}`,
      (n: number) => `doc-${n % 997}-sentence-${Math.floor(n / 997)}`,
      (n: number) => String.fromCharCode(n & 0xff, (n >> 8) & 0xff, n >> 16),
    ];
    const before = process.memoryUsage().arrayBuffers;
    const numbers = Array.from({ length: 170_000 }, (_, n) => n);
    for (const shape of shapes) expect(numbers.filter((n) => !set.add(shape(n))).map(shape)).toEqual([]);
    for (const shape of shapes) expect(numbers.filter((n) => set.add(shape(n))).map(shape)).toEqual([]);
    expect(set.size).toBe(510_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024);
  });
});
