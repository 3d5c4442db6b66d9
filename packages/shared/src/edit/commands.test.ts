import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, arbitraryAnnotation } from "../../test/arbitraries.ts";
import { absenceReasons } from "../annotation/absence.ts";
import { type Annotation, absenceOf, emptyAnnotation, linksOf } from "../annotation/annotation.ts";
import { machineOrigin } from "../annotation/provenance.ts";
import { noteId, spanId } from "../ids.ts";
import { reviewStates } from "../review/review.ts";
import { range } from "../text/units.ts";
import { applyAll } from "./apply.ts";
import * as commands from "./commands.ts";
import type { Edit } from "./edit.ts";

function done(annotation: Annotation, edits: readonly Edit[]): Annotation {
  const next = applyAll(annotation, edits, anyPolicy);
  if (!next.ok) throw new Error(next.error.message);
  return next.value;
}

const withTwoSpans = arbitraryAnnotation(anyPolicy)
  .filter(({ spans }) => spans.length > 0)
  .chain((annotation) =>
    fc.tuple(
      fc.constant(annotation),
      fc.constantFrom(...annotation.spans),
      fc.constantFrom(...annotation.spans),
    ),
  );

describe("commands", () => {
  it("that ask for what already is do nothing", () => {
    fc.assert(
      fc.property(withTwoSpans, fc.constantFrom(...absenceReasons), ([annotation, a, b], reason) => {
        expect(commands.moveSpan(annotation, a.id, a, "ann")).toEqual([]);
        expect(commands.relabelSpan(annotation, a.id, a.label, "ann")).toEqual([]);
        expect(commands.setFlag(annotation, annotation.flagged)).toEqual([]);
        const { state, reason: why } = annotation.review;
        expect(commands.setReview(annotation, state, why)).toEqual([]);
        const linked = done(annotation, commands.linkSpans(annotation, a.id, b.id, "ann"));
        expect(commands.linkSpans(linked, b.id, a.id, "ann")).toEqual([]);
        const marked = done(annotation, commands.markAbsent(annotation, a.id, reason, "ann"));
        expect(commands.markAbsent(marked, a.id, reason, "ann")).toEqual([]);
        const unlinked = done(linked, commands.unlinkSpans(linked, a.id, b.id));
        expect(commands.unlinkSpans(unlinked, a.id, b.id)).toEqual([]);
      }),
    );
  });

  it("for spans that are not there do nothing", () => {
    const gone = spanId("gone");
    const annotation = emptyAnnotation("源", "source");
    expect([
      ...commands.removeSpan(annotation, gone),
      ...commands.moveSpan(annotation, gone, range(0, 1), "ann"),
      ...commands.relabelSpan(annotation, gone, "PER", "ann"),
      ...commands.linkSpans(annotation, gone, gone, "ann"),
      ...commands.unlinkSpans(annotation, gone, gone),
      ...commands.markAbsent(annotation, gone, "not_an_entity_there", "ann"),
      ...commands.removeAbsence(annotation, gone),
      ...commands.removeNote(annotation, noteId("gone")),
    ]).toEqual([]);
  });

  it("linking takes the marks away, marking takes the links away, removing takes both", () => {
    fc.assert(
      fc.property(withTwoSpans, fc.constantFrom(...absenceReasons), ([annotation, a, b], reason) => {
        const marked = done(annotation, commands.markAbsent(annotation, a.id, reason, "ann"));
        expect(linksOf(marked, a.id)).toEqual([]);
        expect(absenceOf(marked, a.id)?.reason).toBe(reason);
        const linked = done(marked, commands.linkSpans(marked, a.id, b.id, "ann"));
        if (a.side !== b.side) {
          expect(absenceOf(linked, a.id)).toBeUndefined();
          expect(absenceOf(linked, b.id)).toBeUndefined();
          expect(linksOf(linked, a.id).some((link) => link.pivot === b.id || link.source === b.id)).toBe(
            true,
          );
        }
        const removed = done(linked, commands.removeSpan(linked, a.id));
        expect(removed.spans.some(({ id }) => id === a.id)).toBe(false);
        expect(linksOf(removed, a.id)).toEqual([]);
        expect(absenceOf(removed, a.id)).toBeUndefined();
      }),
    );
  });

  it("keep what the machine said behind the person's name", () => {
    fc.assert(
      fc.property(withTwoSpans, ([annotation, a]) => {
        const label = a.label === "PER" ? "ORG" : "PER";
        const edits = commands.relabelSpan(annotation, a.id, label, "someone");
        const next = applyAll(annotation, edits, anyPolicy);
        fc.pre(next.ok);
        const touched = next.ok ? next.value.spans.find(({ id }) => id === a.id) : undefined;
        expect(touched?.provenance).toEqual({ origin: "human", ref: "someone", previous: a.provenance });
        expect(touched && machineOrigin(touched.provenance)).toEqual(machineOrigin(a.provenance));
      }),
    );
  });

  it("reach every review state from every other one; a rejection needs its reason", () => {
    for (const from of reviewStates) {
      for (const to of reviewStates) {
        const start = done(
          emptyAnnotation("", ""),
          commands.setReview(emptyAnnotation("", ""), from, "Wrong."),
        );
        const end = done(start, commands.setReview(start, to, "Wrong."));
        expect(end.review).toEqual({ state: to, reason: to === "rejected" ? "Wrong." : "" });
      }
    }
    const edits = commands.setReview(emptyAnnotation("", ""), "rejected", "  ");
    expect(applyAll(emptyAnnotation("", ""), edits, anyPolicy)).toMatchObject({
      ok: false,
      error: { code: "review_reason" },
    });
  });
});
