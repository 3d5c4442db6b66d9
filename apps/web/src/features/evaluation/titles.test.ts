import { type Drill, evaluationOptionsSchema } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { listTitle } from "./titles.ts";

const options = evaluationOptionsSchema.parse({ gold: "gold", predicted: "predictions", other: "review" });
const title = (drill: Drill, items = 12) => listTitle({ kind: "evaluation", options, drill, items });

describe("the title of a list of segments", () => {
  it.each<[Drill, number, string]>([
    [{ kind: "outcome", outcome: "boundary" }, 12, "12 boundary errors of predictions against gold"],
    [{ kind: "outcome", outcome: "missed" }, 1, "1 missed span of predictions against gold"],
    [{ kind: "cell", gold: "LOC", predicted: "ORG" }, 8, "8 LOC taken for ORG of predictions against gold"],
    [{ kind: "cell", gold: null, predicted: "ORG" }, 2, "2 spurious ORGs of predictions against gold"],
    [{ kind: "cell", gold: "PER", predicted: null }, 2, "2 missed PERs of predictions against gold"],
    [{ kind: "label", label: "PER", of: "correct" }, 9, "9 right PER of predictions against gold"],
    [
      { kind: "confidence", bin: 9, of: "wrong" },
      3,
      "3 wrong spans with confidence 0.90 to 1.00 of predictions against gold",
    ],
    [
      { kind: "edge", edge: "end", offset: -2 },
      1,
      "1 span with the end 2 characters too early of predictions against gold",
    ],
    [{ kind: "name", rendered: false }, 2, "2 names not as memory has them of predictions against gold"],
    [
      { kind: "difference", better: "other" },
      4,
      "4 spans that review has exactly and predictions has not, against gold",
    ],
  ])("%j", (drill, items, expected) => expect(title(drill, items)).toBe(expected));
});
