import fc from "fast-check";
import { absenceReasons } from "../src/annotation/absence.ts";
import { type Annotation, emptyAnnotation } from "../src/annotation/annotation.ts";
import type { Provenance } from "../src/annotation/provenance.ts";
import { type Side, sides } from "../src/annotation/span.ts";
import { applyAll } from "../src/edit/apply.ts";
import type { Edit } from "../src/edit/edit.ts";
import type { EditPolicy } from "../src/edit/policy.ts";
import type { Transaction } from "../src/edit/transaction.ts";
import { noteId, spanId, transactionId } from "../src/ids.ts";
import { reviewStates } from "../src/review/review.ts";
import { range } from "../src/text/units.ts";
import { type Act, arbitraryAct, arbitraryAdd, arbitraryLink, labels } from "./acts.ts";
import { arbitraryShares, arbitraryText, arbitraryUnits, wholeRange, wildRange } from "./texts.ts";

export const anyPolicy: EditPolicy = { labels: new Set(labels), allowOverlap: true };
export const strictPolicy: EditPolicy = { labels: new Set(labels), allowOverlap: false };
export const arbitraryPolicy = fc.constantFrom(anyPolicy, strictPolicy);

const imported = fc.record(
  {
    origin: fc.constant("import" as const),
    ref: fc.constant("predictions"),
    // JSON has no negative zero.
    confidence: fc.double({ min: -4, max: 1, noNaN: true }).map((value) => value || 0),
  },
  { requiredKeys: ["origin"] },
);
export const arbitraryProvenance: fc.Arbitrary<Provenance> = fc.oneof(
  imported,
  fc.record({ origin: fc.constant("human" as const), ref: fc.constantFrom("ann", "ben") }),
  imported.map((previous): Provenance => ({ origin: "human", ref: "ann", previous })),
);

/** Id of a transaction, by number: pure code gets its ids from outside. */
export const idOf = (serial: number) =>
  transactionId(`00000000-0000-4000-8000-${String(serial).padStart(12, "0")}`);

export const transactionOf = (edits: readonly Edit[], serial: number): Transaction => ({
  id: idOf(serial),
  version: 1,
  origin: "human",
  title: `Act ${serial}`,
  edits: [...edits],
});

export type Session = { readonly annotation: Annotation; readonly transactions: readonly Transaction[] };

/** Does the acts one after the other; those that have nothing to do or that the policy forbids are left out. */
export function perform(
  start: Annotation,
  acts: readonly Act[],
  policy: EditPolicy,
  firstSerial = 1,
): Session {
  let annotation = start;
  const transactions: Transaction[] = [];
  acts.forEach((act, index) => {
    const edits = act(annotation, firstSerial + index);
    const next = applyAll(annotation, edits, policy);
    if (edits.length === 0 || !next.ok) return;
    annotation = next.value;
    transactions.push(transactionOf(edits, firstSerial + index));
  });
  return { annotation, transactions };
}

export const arbitraryActs = (user: string, maxLength = 12): fc.Arbitrary<Act[]> =>
  fc.array(arbitraryAct(user), { maxLength, size: "max" });

const arbitrarySeed: fc.Arbitrary<Act[]> = fc
  .tuple(
    fc.array(arbitraryAdd("seed"), { maxLength: 10, size: "max" }),
    fc.array(arbitraryLink("seed"), { maxLength: 4, size: "max" }),
    arbitraryActs("seed", 4),
  )
  .map((parts) => parts.flat());

/** A valid annotation under a policy: texts of every kind, spans, links, marks and notes of machines and people. */
export const arbitraryAnnotation = (policy: EditPolicy): fc.Arbitrary<Annotation> =>
  fc
    .tuple(arbitraryText, arbitraryText, arbitrarySeed, fc.array(arbitraryProvenance, { minLength: 5 }))
    .map(([source, pivot, acts, provenances]) => {
      const { annotation } = perform(emptyAnnotation(source, pivot), acts, policy, 900);
      const at = (index: number): Provenance =>
        provenances[index % provenances.length] ?? { origin: "import" };
      return {
        ...annotation,
        spans: annotation.spans.map((span, index) => ({ ...span, provenance: at(index) })),
        links: annotation.links.map((link, index) => ({ ...link, provenance: at(index + 1) })),
        absences: annotation.absences.map((absence, index) => ({ ...absence, provenance: at(index + 2) })),
      };
    });

/** Any edit of the right shape, most of them not applicable: unknown ids, wild ranges, stale values. */
export function arbitraryEdit(annotation: Annotation): fc.Arbitrary<Edit> {
  const id = fc.constantFrom(spanId("new"), spanId("nowhere"), ...annotation.spans.map((span) => span.id));
  const label = fc.constantFrom(...labels, "UNKNOWN");
  const placeIn = (value: string) =>
    fc.oneof(
      wildRange(value),
      arbitraryShares.map((at) => wholeRange(value, at) ?? range(0, 0)),
    );
  const place = fc.oneof(placeIn(annotation.sourceText), placeIn(annotation.pivotText));
  const made = fc
    .record({ id, side: fc.constantFrom<Side>(...sides), label, provenance: arbitraryProvenance, place })
    .map(({ place: { start, end }, ...rest }) => ({ ...rest, start, end }));
  const span = fc.oneof(made, ...annotation.spans.map((known) => fc.constant(known)));
  const change = fc
    .record({ label, provenance: arbitraryProvenance, place })
    .map(({ place: { start, end }, ...rest }) => ({ ...rest, start, end }));
  const link = fc.oneof(
    fc.record({ pivot: id, source: id, provenance: arbitraryProvenance }),
    ...annotation.links.map((known) => fc.constant(known)),
  );
  const absence = fc.oneof(
    fc.record({ span: id, reason: fc.constantFrom(...absenceReasons), provenance: arbitraryProvenance }),
    ...annotation.absences.map((known) => fc.constant(known)),
  );
  const review = fc.record({
    state: fc.constantFrom(...reviewStates),
    reason: fc.constantFrom("", "Wrong."),
  });
  const note = fc.oneof(
    fc.constant({ id: noteId("new"), text: "?", author: "ben", at: "2024-05-01T00:00:00.000Z" }),
    ...annotation.notes.map((known) => fc.constant(known)),
  );
  const moves = fc.array(fc.record({ id, before: place, after: place }), { maxLength: 4 });
  const pivot = fc.oneof(fc.constant(annotation.pivotText), arbitraryUnits);
  return fc.oneof(
    span.map((value): Edit => ({ kind: "add_span", span: value })),
    span.map((value): Edit => ({ kind: "remove_span", span: value })),
    fc
      .oneof(change, span)
      .chain((before) =>
        fc
          .oneof(change, fc.constant(before))
          .chain((after) => id.map((of): Edit => ({ kind: "change_span", id: of, before, after }))),
      ),
    link.map((value): Edit => ({ kind: "add_link", link: value })),
    link.map((value): Edit => ({ kind: "remove_link", link: value })),
    absence.map((value): Edit => ({ kind: "add_absence", absence: value })),
    absence.map((value): Edit => ({ kind: "remove_absence", absence: value })),
    fc
      .tuple(pivot, pivot, moves)
      .map(([before, after, list]): Edit => ({ kind: "revise_pivot", before, after, moves: list })),
    fc.tuple(review, review).map(([before, after]): Edit => ({ kind: "set_review", before, after })),
    fc
      .tuple(fc.boolean(), fc.boolean())
      .map(([before, after]): Edit => ({ kind: "set_flag", before, after })),
    note.map((value): Edit => ({ kind: "add_note", note: value })),
    note.map((value): Edit => ({ kind: "remove_note", note: value })),
  );
}
