import type { ComparisonDrill } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { comparisonTitle } from "./words.ts";

const title = (drill: ComparisonDrill, items: number) =>
  comparisonTitle({ layers: { a: "run:x", b: "predictions" }, drill, items });

describe("the title of a list of segments from a comparison", () => {
  it.each<[ComparisonDrill, number, string]>([
    [{ kind: "agreement", of: "same", label: "PER" }, 2, "2 equal PER spans in run:x and predictions"],
    [
      { kind: "agreement", of: "boundary", label: null },
      1,
      "1 boundary difference between run:x and predictions",
    ],
    [
      { kind: "agreement", of: "label", label: "ORG" },
      3,
      "3 label differences of ORG between run:x and predictions",
    ],
    [{ kind: "agreement", of: "only_b", label: null }, 1, "1 span that predictions has and run:x has not"],
    [
      { kind: "agreement", of: "open", label: "LOC" },
      2,
      "2 LOC entities without a place in run:x and predictions",
    ],
    [{ kind: "segments", of: "different" }, 4, "4 segments in which run:x and predictions differ"],
    [{ kind: "segments", of: "only_a" }, 1, "1 segment that run:x has and predictions has not"],
  ])("%j", (drill, items, expected) => expect(title(drill, items)).toBe(expected));
});
