import {
  applyAll,
  type Edit,
  invertAll,
  range,
  TRANSACTION_VERSION,
  type Transaction,
  transactionId,
} from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import {
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
import { editWords, surfacesIn } from "./edit-words.ts";

const step = (edits: readonly Edit[]): Transaction => ({
  id: transactionId("00000000-0000-4000-8000-000000000000"),
  version: TRANSACTION_VERSION,
  origin: "human",
  title: "test",
  edits: [...edits],
});

describe("the words of a history", () => {
  it.each([
    [relabelSpan(sample(), id("e1"), "PER", "ann"), ["“Obama”: ORG → PER"]],
    [moveSpan(sample(), id("s1"), range(0, 2), "ann"), ["“奧巴馬” → “奧巴”"]],
    [linkSpans(sample(), id("s2"), id("e2"), "ann"), ["Linked “美國” to “White House”"]],
    [
      markAbsent(sample(), id("s2"), "dropped_in_translation", "ann"),
      ["“美國” has no counterpart: left out by the translation"],
    ],
    [setReview(sample(), "rejected", "no"), ["Rejected: no"]],
  ])("%#", (edits, expected) => {
    const now = new Map([
      [id("s1"), "奧巴馬"],
      [id("s2"), "美國"],
      [id("e1"), "Obama"],
      [id("e2"), "White House"],
    ]);
    expect(edits.map((edit) => editWords(edit, surfacesIn([step(edits)], now)))).toEqual(expected);
  });

  it("names what is gone by the words it stood on", () => {
    const edits = removeSpan(sample(), id("s1"));
    const words = edits.map((edit) => editWords(edit, surfacesIn([step(edits)], new Map())));
    expect(words).toContain("Deleted PER “奧巴馬” from the source");
  });

  it("of a step and its inverse lead back to where it began", () => {
    const edits = removeSpan(sample(), id("s1"));
    const gone = applyAll(sample(), edits, policy);
    const back = gone.ok && applyAll(gone.value, invertAll(edits), policy);
    expect(back && (back.ok ? back.value : back.error)).toEqual(sample());
  });
});
