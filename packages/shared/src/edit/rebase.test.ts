import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, transactionOf } from "../../test/arbitraries.ts";
import { overlaps, problemsOf } from "../../test/invariants.ts";
import { arbitraryFork, arbitrarySession } from "../../test/sessions.ts";
import { type Annotation, emptyAnnotation } from "../annotation/annotation.ts";
import { spanId } from "../ids.ts";
import { range } from "../text/units.ts";
import { applyAll } from "./apply.ts";
import * as commands from "./commands.ts";
import { type Edit, invertAll } from "./edit.ts";
import { rebase } from "./rebase.ts";
import { revisePivot } from "./revise.ts";
import { touches } from "./touches.ts";
import type { Transaction } from "./transaction.ts";

const done = (annotation: Annotation, edits: readonly Edit[]): Annotation => {
  const next = applyAll(annotation, edits, anyPolicy);
  if (!next.ok) throw new Error(next.error.message);
  return next.value;
};
const keysOf = (transactions: readonly Transaction[]): Set<string> =>
  new Set(transactions.flatMap(({ edits }) => edits.flatMap(touches)));

describe("rebase", () => {
  it("of nothing is what is there", () => {
    fc.assert(
      fc.property(arbitraryFork, ({ policy, ben }) => {
        expect(rebase(ben.annotation, [], policy)).toEqual({
          annotation: ben.annotation,
          kept: [],
          conflicts: [],
        });
      }),
    );
  });

  it("onto an unchanged base keeps everything", () => {
    fc.assert(
      fc.property(arbitrarySession("ann"), ({ policy, start, annotation, transactions }) => {
        expect(rebase(start, transactions, policy)).toEqual({
          annotation,
          kept: transactions,
          conflicts: [],
        });
      }),
    );
  });

  it("loses nothing: what is not kept is reported, in order, with a reason", () => {
    fc.assert(
      fc.property(arbitraryFork, ({ policy, ann, ben }) => {
        const { annotation, kept, conflicts } = rebase(ben.annotation, ann.transactions, policy);
        expect(problemsOf(annotation)).toEqual([]);
        if (!policy.allowOverlap) expect(overlaps(annotation)).toEqual([]);
        const lost = conflicts.map(({ transaction }) => transaction);
        expect(ann.transactions.filter((transaction) => kept.includes(transaction))).toEqual(kept);
        expect(ann.transactions.filter((transaction) => !kept.includes(transaction))).toEqual(lost);
        for (const { error } of conflicts) expect(error.message).not.toBe("");
        const again = applyAll(
          ben.annotation,
          kept.flatMap(({ edits }) => edits),
          policy,
        );
        expect(again).toEqual({ ok: true, value: annotation });
      }),
      { numRuns: 1000 },
    );
  });

  it("never takes back what the others did: their fields stand unless a kept edit saw them", () => {
    fc.assert(
      fc.property(arbitraryFork, ({ policy, start, ann, ben }) => {
        const { annotation, kept } = rebase(ben.annotation, ann.transactions, policy);
        const ours = keysOf(kept);
        if (!ours.has("flag")) expect(annotation.flagged).toBe(ben.annotation.flagged);
        else expect(ben.annotation.flagged).toBe(start.flagged);
        if (!ours.has("review")) expect(annotation.review).toEqual(ben.annotation.review);
        else expect(ben.annotation.review).toEqual(start.review);
        if (!ours.has("pivot")) expect(annotation.pivotText).toBe(ben.annotation.pivotText);
        else expect(ben.annotation.pivotText).toBe(start.pivotText);
        for (const note of ben.annotation.notes) {
          if (!ours.has(`note ${note.id}`)) expect(annotation.notes).toContainEqual(note);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("puts spans on the characters that they were meant for", () => {
    fc.assert(
      fc.property(arbitraryFork, ({ policy, ann, ben }) => {
        const { annotation, kept } = rebase(ben.annotation, ann.transactions, policy);
        const revised = kept.some(({ edits }) => edits.some(({ kind }) => kind === "revise_pivot"));
        fc.pre(!revised);
        for (const edit of kept.flatMap(({ edits }) => edits)) {
          if (edit.kind !== "add_span") continue;
          const span = annotation.spans.find(({ id }) => id === edit.span.id);
          if (!span || span.start !== edit.span.start || span.end !== edit.span.end) continue;
          const text = [...(span.side === "source" ? annotation.sourceText : annotation.pivotText)];
          expect(text.slice(span.start, span.end).join("")).toBe(edit.surface);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("two people", () => {
  const start = done(emptyAnnotation("奧巴馬在北京", "Obama in Beijing"), [
    ...commands.addSpan(
      emptyAnnotation("奧巴馬在北京", "Obama in Beijing"),
      "pivot",
      range(0, 5),
      "ORG",
      spanId("p"),
      "x",
    ),
    ...commands.addSpan(
      emptyAnnotation("奧巴馬在北京", "Obama in Beijing"),
      "source",
      range(0, 2),
      "PER",
      spanId("s"),
      "x",
    ),
  ]);
  const rebased = (ben: readonly Edit[], ...ann: readonly (readonly Edit[])[]) =>
    rebase(done(start, ben), ann.map(transactionOf), anyPolicy);
  const codes = ({ conflicts }: ReturnType<typeof rebase>) => conflicts.map(({ error }) => error.code);

  it("who change the edge and the label of one span both succeed, and the provenance names both", () => {
    const result = rebased(
      commands.relabelSpan(start, spanId("p"), "PER", "ben"),
      commands.moveSpan(start, spanId("p"), range(0, 8), "ann"),
    );
    expect(codes(result)).toEqual([]);
    expect(result.annotation.spans.find(({ id }) => id === "p")).toMatchObject({
      start: 0,
      end: 8,
      label: "PER",
      provenance: { ref: "ann", previous: { ref: "ben", previous: { ref: "x" } } },
    });
  });

  it("may each take their own change back; the other's stays, in the record too", () => {
    const relabel = commands.relabelSpan(start, spanId("p"), "PER", "ben");
    const move = commands.moveSpan(start, spanId("p"), range(0, 8), "ann");
    const both = done(done(start, relabel), move);
    expect(done(both, invertAll(move))).toEqual(done(start, relabel));
    const withoutBen = done(both, invertAll(relabel)).spans.find(({ id }) => id === "p");
    expect(withoutBen).toMatchObject({ label: "ORG", end: 8, provenance: { ref: "ann" } });
  });

  it("who give one span different labels are told", () => {
    const result = rebased(
      commands.relabelSpan(start, spanId("p"), "PER", "ben"),
      commands.relabelSpan(start, spanId("p"), "LOC", "ann"),
    );
    expect(codes(result)).toEqual(["span_changed"]);
  });

  it("cannot put a span on words that are no longer there", () => {
    const result = rebased(
      revisePivot(start, "President Obama in Beijing").edits,
      commands.addSpan(start, "pivot", range(9, 16), "LOC", spanId("n"), "ann"),
    );
    expect(codes(result)).toEqual(["text_changed"]);
  });

  it("do not undo each other by an undo whose action fell out", () => {
    const flag = commands.setFlag(start, true);
    const result = rebased(flag, flag, invertAll(flag));
    expect(codes(result)).toEqual(["flag_changed", "builds_on_conflict"]);
    expect(result.annotation.flagged).toBe(true);
  });

  it("keep what does not depend on a conflict", () => {
    const result = rebased(
      commands.setFlag(start, true),
      commands.setFlag(start, true),
      commands.relabelSpan(start, spanId("s"), "ORG", "ann"),
      commands.linkSpans(start, spanId("s"), spanId("p"), "ann"),
    );
    expect(codes(result)).toEqual(["flag_changed"]);
    expect(result.annotation.links).toHaveLength(1);
  });

  it("lose no link by removing a span that the other has just linked", () => {
    const result = rebased(
      commands.linkSpans(start, spanId("s"), spanId("p"), "ben"),
      commands.removeSpan(start, spanId("s")),
    );
    expect(codes(result)).toEqual(["span_in_use"]);
  });
});
