import fc from "fast-check";
import { absenceReasons } from "../src/annotation/absence.ts";
import { type Annotation, counterparts, textOf } from "../src/annotation/annotation.ts";
import { type Side, type Span, sides } from "../src/annotation/span.ts";
import * as commands from "../src/edit/commands.ts";
import type { Edit } from "../src/edit/edit.ts";
import { revisePivot } from "../src/edit/revise.ts";
import { noteId, spanId } from "../src/ids.ts";
import { type Note, reviewStates } from "../src/review/review.ts";
import { arbitraryShare, arbitraryShares, arbitraryText, pick, spliced, wholeRange } from "./texts.ts";

export const labels = ["PER", "ORG", "LOC"] as const;

/** One thing a person does, as edits of whatever annotation it meets. `serial` makes new ids. */
export type Act = (annotation: Annotation, serial: number) => readonly Edit[];

const nowhere = spanId("nowhere");

const noteBy = (author: string, serial: number): Note => ({
  id: noteId(`${author}-note-${serial}`),
  text: "Look at the date.",
  author,
  at: `2024-05-0${1 + (serial % 9)}T10:00:00.000Z`,
});

type SpanAct = (annotation: Annotation, span: Span, a: number, b: number) => readonly Edit[];

const onSpan = (act: SpanAct): fc.Arbitrary<Act> =>
  fc.tuple(arbitraryShare, arbitraryShare, arbitraryShare).map(([at, a, b]) => (annotation) => {
    const span = pick(annotation.spans, at);
    return span ? act(annotation, span, a, b) : [];
  });

export const arbitraryAdd = (user: string): fc.Arbitrary<Act> =>
  fc
    .tuple(fc.constantFrom<Side>(...sides), arbitraryShares, fc.constantFrom(...labels))
    .map(([side, at, label]) => (annotation, serial) => {
      const place = wholeRange(textOf(annotation, side), at);
      const id = spanId(`${user}-${serial}`);
      return place ? commands.addSpan(annotation, side, place, label, id, user) : [];
    });

export const arbitraryLink = (user: string): fc.Arbitrary<Act> =>
  onSpan((annotation, { id, side }, a) => {
    const others = annotation.spans.filter((other) => other.side !== side);
    return commands.linkSpans(annotation, id, pick(others, a)?.id ?? nowhere, user);
  });

/** Everything the commands offer, by a person; new ids begin with that person's name. */
export function arbitraryAct(user: string): fc.Arbitrary<Act> {
  const move = onSpan((annotation, span, a, b) => {
    const place = wholeRange(textOf(annotation, span.side), [a, b]);
    return place ? commands.moveSpan(annotation, span.id, place, user) : [];
  });
  const relabel = onSpan((annotation, { id }, a) =>
    commands.relabelSpan(annotation, id, pick(labels, a) ?? "PER", user),
  );
  const unlink = onSpan((annotation, { id }, a) =>
    commands.unlinkSpans(annotation, id, pick(counterparts(annotation, id), a)?.id ?? nowhere),
  );
  const markAbsent = onSpan((annotation, { id }, a) =>
    commands.markAbsent(annotation, id, pick(absenceReasons, a) ?? "not_an_entity_there", user),
  );
  const rewrite = arbitraryText.map(
    (text): Act =>
      (annotation) =>
        revisePivot(annotation, text).edits,
  );
  const splice = fc.tuple(arbitraryShares, arbitraryText).map(
    ([at, text]): Act =>
      (annotation) => {
        return revisePivot(annotation, spliced(annotation.pivotText, at, text)).edits;
      },
  );
  const review = fc.constantFrom(...reviewStates).map(
    (state): Act =>
      (annotation) =>
        commands.setReview(annotation, state, "Wrong pair."),
  );
  return fc.oneof(
    { arbitrary: arbitraryAdd(user), weight: 6 },
    { arbitrary: move, weight: 2 },
    { arbitrary: relabel, weight: 2 },
    { arbitrary: arbitraryLink(user), weight: 4 },
    onSpan((annotation, { id }) => commands.removeSpan(annotation, id)),
    unlink,
    markAbsent,
    onSpan((annotation, { id }) => commands.removeAbsence(annotation, id)),
    rewrite,
    { arbitrary: splice, weight: 2 },
    review,
    fc.boolean().map(
      (flagged): Act =>
        (annotation) =>
          commands.setFlag(annotation, flagged),
    ),
    fc.constant<Act>((_, serial) => commands.addNote(noteBy(user, serial))),
    arbitraryShare.map(
      (at): Act =>
        (annotation) =>
          commands.removeNote(annotation, pick(annotation.notes, at)?.id ?? noteId("nowhere")),
    ),
  );
}
