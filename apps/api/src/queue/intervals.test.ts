import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Intervals } from "./intervals.ts";

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((values) => values.sort((a, b) => a - b));

function intervalsOf(sorted: readonly number[]): Intervals {
  const runs: { first: number; length: number }[] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last && last.first + last.length === number) last.length++;
    else runs.push({ first: number, length: 1 });
  }
  return new Intervals(runs);
}

describe("Intervals agree with a plain sorted list", () => {
  it("in positions, ranks and slices", () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 0, max: 61 }),
        fc.integer({ min: -1, max: 61 }),
        (list, number, at) => {
          const set = intervalsOf(list);
          expect(set.size).toBe(list.length);
          expect(set.at(at)).toBe(list[at]);
          expect(set.rank(number)).toBe(list.filter((each) => each < number).length);
          expect(set.indexOf(number)).toBe(list.includes(number) ? list.indexOf(number) : undefined);
          expect(set.slice(Math.max(at, 0), at + 7)).toEqual(list.slice(Math.max(at, 0), at + 7));
        },
      ),
    );
  });

  it("in the runs between two positions", () => {
    fc.assert(
      fc.property(numbers, fc.nat(61), fc.nat(61), (list, start, end) => {
        const found: number[] = [];
        for (const [first, last] of intervalsOf(list).between(start, Math.min(end, list.length))) {
          for (let number = first; number <= last; number++) found.push(number);
        }
        expect(found).toEqual(list.slice(start, end));
      }),
    );
  });
});
