import { describe, expect, test } from "vitest";
import { sample } from "../test-support/fixtures.ts";
import { looseSpans } from "./loose.ts";
import { cellAfter, matrixOf } from "./matrix.ts";

describe("the matrix", () => {
  test("has a row for each entity of the translation, a column for each span of the source, a mark for each link", () => {
    const { pivots, sources, linked } = matrixOf(sample());
    expect(pivots.map((pivot) => sources.map((source) => linked(pivot, source)))).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  test("keys go from cell to cell and stop at the edges; left and right are those of the screen", () => {
    const at = { row: 0, column: 1 };
    expect(cellAfter("ArrowDown", at, 2, 3, false)).toEqual({ row: 1, column: 1 });
    expect(cellAfter("ArrowUp", at, 2, 3, false)).toEqual(at);
    expect(cellAfter("ArrowRight", at, 2, 3, false)).toEqual({ row: 0, column: 2 });
    expect(cellAfter("ArrowRight", at, 2, 3, true)).toEqual({ row: 0, column: 0 });
    expect(cellAfter("End", at, 2, 3, true)).toEqual({ row: 0, column: 2 });
    expect(cellAfter("x", at, 2, 3, false)).toBeUndefined();
  });
});

describe("loose spans", () => {
  test("are those of which nothing is said on the other side", () => {
    expect([...looseSpans(sample())].sort()).toEqual(["e2", "s2"]);
    expect(looseSpans({ ...sample(), pivotText: "" }).size).toBe(0);
  });
});
