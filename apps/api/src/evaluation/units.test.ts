import { describe, expect, it } from "vitest";
import { Units } from "./units.ts";

const filled = (segments: number, documents: number): Units => {
  const units = new Units({ segments, documents });
  for (let at = 0; at < segments; at++) {
    const unit = units.of(`doc ${at % documents}`);
    unit.strict = { ...unit.strict, gold: unit.strict.gold + 1 };
  }
  return units;
};
const goldOf = (units: Units): number =>
  units.tallies("strict").reduce((sum, [, , gold = 0]) => sum + gold, 0);

describe("what is drawn", () => {
  it("is documents, however their segments are mixed", () => {
    const units = filled(60, 20);
    expect([units.unit, units.grouped, units.size]).toEqual(["document", false, 20]);
    expect(units.tallies("strict").every(([, , gold]) => gold === 3)).toBe(true);
  });

  it("is segments where there is one document only", () => {
    expect([filled(60, 1).unit, filled(60, 1).size]).toEqual(["segment", 60]);
  });

  it.each([
    ["documents", 50_000, 25_000],
    ["segments", 25_001, 1],
  ])("is a bounded number of groups where there are many %s, and loses none", (_, segments, documents) => {
    const units = filled(segments, documents);
    expect(units.grouped).toBe(true);
    expect(units.size).toBeLessThanOrEqual(10_000);
    expect(units.size).toBeGreaterThan(8000);
    expect(goldOf(units)).toBe(segments);
  });
});
