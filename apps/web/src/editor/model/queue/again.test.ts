import {
  type Annotation,
  applyAll,
  type Edit,
  range,
  revisePivot,
  spanById,
  transactionId,
} from "@spanbridge/shared";
import { describe, expect, test } from "vitest";
import {
  addSpan,
  id,
  linkSpans,
  markAbsent,
  moveSpan,
  policy,
  relabelSpan,
  removeSpan,
  sample,
  setReview,
} from "../test-support/fixtures.ts";
import { againEdits } from "./again.ts";

const base = sample();
const after = (now: Annotation, edits: readonly Edit[]): Annotation => {
  const next = applyAll(now, edits, policy);
  if (!next.ok) throw new Error(next.error.message);
  return next.value;
};

/** Ann's edit and Mei's, both made on the same base; Mei's was first, and Ann wants hers all the same. */
function annAgain(ann: readonly Edit[], mei: readonly Edit[]) {
  const theirs = after(base, mei);
  const transaction = {
    id: transactionId("00000000-0000-4000-8000-000000000001"),
    version: 1 as const,
    origin: "human" as const,
    title: "",
    edits: [...ann],
  };
  const edits = againEdits(theirs, { transaction, over: base }, "ann", policy);
  return edits.ok ? { edits: edits.value, now: after(theirs, edits.value) } : edits.error;
}

const outcome = (result: ReturnType<typeof annAgain>) => {
  if (typeof result === "string") throw new Error(result);
  return result;
};

describe("trying a given-up edit again", () => {
  test("a label goes onto the span as it is now", () => {
    const { now } = outcome(
      annAgain(relabelSpan(base, id("e1"), "PER", "ann"), relabelSpan(base, id("e1"), "LOC", "mei")),
    );
    expect(spanById(now, id("e1"))?.label).toBe("PER");
  });

  test("an edge goes where it was meant, the label stays theirs", () => {
    const moved = after(base, relabelSpan(base, id("s2"), "ORG", "mei"));
    const mei = [
      ...relabelSpan(base, id("s2"), "ORG", "mei"),
      ...moveSpan(moved, id("s2"), range(4, 7), "mei"),
    ];
    const { now } = outcome(annAgain(moveSpan(base, id("s2"), range(5, 9), "ann"), mei));
    expect(spanById(now, id("s2"))).toMatchObject({ start: 5, end: 9, label: "ORG" });
  });

  test("a span that was deleted comes back the way it was meant", () => {
    const { now } = outcome(annAgain(relabelSpan(base, id("s2"), "ORG", "ann"), removeSpan(base, id("s2"))));
    expect(spanById(now, id("s2"))).toMatchObject({ side: "source", start: 5, end: 7, label: "ORG" });
  });

  test("a span moves to its words when the translation changed before it", () => {
    const mei = revisePivot(base, "Yesterday Obama left the White House.").edits;
    const { now } = outcome(annAgain(addSpan(base, "pivot", range(21, 26), "ORG", id("n"), "ann"), mei));
    expect(spanById(now, id("n"))).toMatchObject({ start: 31, end: 36 });
  });

  test("a span whose words are gone cannot be placed, and that is said", () => {
    const mei = revisePivot(base, "Obama left.").edits;
    expect(annAgain(addSpan(base, "pivot", range(21, 26), "ORG", id("n"), "ann"), mei)).toMatch(
      /no longer there/,
    );
  });

  test("deleting takes what hangs on the span now", () => {
    const { now } = outcome(annAgain(removeSpan(base, id("s2")), linkSpans(base, id("e2"), id("s2"), "mei")));
    expect(now.links.map(({ source }) => source)).toEqual(["s1"]);
    expect(spanById(now, id("s2"))).toBeUndefined();
  });

  test("what is so already needs nothing", () => {
    expect(outcome(annAgain(setReview(base, "accepted"), setReview(base, "accepted"))).edits).toEqual([]);
    expect(outcome(annAgain(removeSpan(base, id("s2")), removeSpan(base, id("s2")))).edits).toEqual([]);
    const absent = (user: string) => markAbsent(base, id("s2"), "dropped_in_translation", user);
    expect(outcome(annAgain(absent("ann"), absent("mei"))).edits).toEqual([]);
  });

  test("a whole translation replaces theirs, and their spans follow it", () => {
    const ann = revisePivot(base, "Barack Obama left the White House.").edits;
    const { now } = outcome(annAgain(ann, revisePivot(base, "Obama left the White House today.").edits));
    expect(now.pivotText).toBe("Barack Obama left the White House.");
    expect(spanById(now, id("e1"))).toMatchObject({ start: 7, end: 12 });
  });
});
