import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, arbitraryAnnotation, arbitraryEdit, arbitraryPolicy } from "../../test/arbitraries.ts";
import { overlaps, problemsOf } from "../../test/invariants.ts";
import { arbitrarySession } from "../../test/sessions.ts";
import { annotationSchema } from "../annotation/annotation.ts";
import { apply, applyAll } from "./apply.ts";
import { editSchema, invert, invertAll } from "./edit.ts";
import { transactionSchema } from "./transaction.ts";

/** A valid annotation under a policy, with an edit of any kind that mostly does not fit. */
const anyEditAnywhere = arbitraryPolicy.chain((policy) =>
  arbitraryAnnotation(policy).chain((annotation) =>
    fc.tuple(fc.constant(policy), fc.constant(annotation), arbitraryEdit(annotation)),
  ),
);

describe("apply", () => {
  it("answers every edit, keeps the annotation right and never changes its input", () => {
    let applied = 0;
    fc.assert(
      fc.property(anyEditAnywhere, ([policy, annotation, edit]) => {
        const before = JSON.stringify(annotation);
        const result = apply(annotation, edit, policy);
        expect(JSON.stringify(annotation)).toBe(before);
        if (!result.ok) {
          expect(result.error.edit).toBe(edit.kind);
          expect(result.error.message).not.toBe("");
          return;
        }
        applied++;
        expect(problemsOf(result.value)).toEqual([]);
        if (!policy.allowOverlap) expect(overlaps(result.value)).toEqual([]);
      }),
      { numRuns: 5000 },
    );
    expect(applied).toBeGreaterThan(300);
  });

  it("is taken back by the inverse, whenever the edit fits", () => {
    fc.assert(
      fc.property(anyEditAnywhere, ([policy, annotation, edit]) => {
        const result = apply(annotation, edit, policy);
        // An edit made of thin air may state another provenance than the span has; what it says it found decides.
        fc.pre(result.ok && (edit.kind !== "change_span" || statesProvenance()));
        if (result.ok)
          expect(apply(result.value, invert(edit), policy)).toEqual({ ok: true, value: annotation });

        function statesProvenance(): boolean {
          if (edit.kind !== "change_span") return true;
          const span = annotation.spans.find(({ id }) => id === edit.id);
          return JSON.stringify(span?.provenance) === JSON.stringify(edit.before.provenance);
        }
      }),
      { numRuns: 1000, maxSkipsPerRun: 1000 },
    );
  });

  it("inverts to itself when inverted twice", () => {
    fc.assert(
      fc.property(anyEditAnywhere, ([, , edit]) => {
        expect(invert(invert(edit))).toEqual(edit);
      }),
    );
  });

  it("refuses a stale value instead of overwriting: each kind of edit applies at most once", () => {
    const repeatable = new Set(["change_span", "set_review", "set_flag", "revise_pivot"]);
    fc.assert(
      fc.property(anyEditAnywhere, ([policy, annotation, edit]) => {
        const once = apply(annotation, edit, policy);
        fc.pre(once.ok);
        if (!once.ok) return;
        const twice = apply(once.value, edit, policy);
        if (twice.ok) {
          // Only an edit that changes nothing can be said twice.
          expect(repeatable.has(edit.kind)).toBe(true);
          expect(twice.value).toEqual(once.value);
        }
      }),
      { numRuns: 1000, maxSkipsPerRun: 1000 },
    );
  });
});

describe("a session of commands", () => {
  it("keeps the annotation right at every step", () => {
    fc.assert(
      fc.property(arbitrarySession("ann"), ({ policy, start, transactions }) => {
        let annotation = start;
        for (const { edits } of transactions) {
          const next = applyAll(annotation, edits, policy);
          expect(next.ok).toBe(true);
          if (!next.ok) return;
          annotation = next.value;
          expect(problemsOf(annotation)).toEqual([]);
          if (!policy.allowOverlap) expect(overlaps(annotation)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("is taken back by the inverses of its transactions, one by one and as a whole", () => {
    fc.assert(
      fc.property(arbitrarySession("ann"), ({ policy, start, annotation, transactions }) => {
        let current = annotation;
        for (const { edits } of transactions.toReversed()) {
          const next = applyAll(current, invertAll(edits), policy);
          expect(next.ok).toBe(true);
          if (next.ok) current = next.value;
        }
        expect(current).toEqual(start);
        const all = transactions.flatMap(({ edits }) => edits);
        expect(applyAll(annotation, invertAll(all), policy)).toEqual({ ok: true, value: start });
      }),
      { numRuns: 1000 },
    );
  });

  it("means the same after JSON and zod", () => {
    fc.assert(
      fc.property(arbitrarySession("ann"), ({ policy, start, annotation, transactions }) => {
        const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        const received = transactions.map((transaction) => transactionSchema.parse(wire(transaction)));
        expect(received).toEqual(transactions);
        const loaded = annotationSchema.parse(wire(start));
        const all = received.flatMap(({ edits }) => edits);
        expect(applyAll(loaded, all, policy)).toEqual({ ok: true, value: annotation });
      }),
      { numRuns: 300 },
    );
  });
});

describe("the shape of an edit", () => {
  it("refuses offsets that are none and text that cannot be stored", () => {
    const span = { id: "a", side: "pivot", start: 0, end: 1, label: "PER", provenance: { origin: "human" } };
    expect(editSchema.safeParse({ kind: "add_span", span }).success).toBe(true);
    const bad = [
      { ...span, start: -1 },
      { ...span, end: 0.5 },
      { ...span, id: "" },
      { ...span, label: "\ud800" },
      { ...span, side: "left" },
      { ...span, provenance: { origin: "human", ref: "a\0" } },
    ];
    for (const value of bad)
      expect(editSchema.safeParse({ kind: "add_span", span: value }).success).toBe(false);
    const revision = { kind: "revise_pivot", before: "", moves: [] };
    expect(editSchema.safeParse({ ...revision, after: "ok" }).success).toBe(true);
    expect(editSchema.safeParse({ ...revision, after: "\udc4d" }).success).toBe(false);
    expect(editSchema.safeParse({ kind: "erase_everything" }).success).toBe(false);
  });

  it("survives a long chain of people who touched the same span", () => {
    let provenance: object = { origin: "import", confidence: 0.2 };
    for (let touch = 0; touch < 500; touch++)
      provenance = { origin: "human", ref: `u${touch % 2}`, previous: provenance };
    const link = { pivot: "a", source: "b", provenance };
    expect(editSchema.safeParse(JSON.parse(JSON.stringify({ kind: "add_link", link }))).success).toBe(true);
    expect(anyPolicy.labels.size).toBe(3);
  });
});
