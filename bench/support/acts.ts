import {
  type Annotation,
  absenceReasons,
  commands,
  type Edit,
  noteId,
  type Range,
  range,
  reviewStates,
  revisePivot,
  type Side,
  spanId,
  Text,
  type Transaction,
  textOf,
  transactionId,
  widenToClusters,
} from "@spanbridge/shared";
import type { Random } from "./random.ts";

export const LABELS = ["PER", "ORG", "LOC"] as const;

/** What people do on the review screen, with the frequencies of correcting rather than of a test of everything. */
export function randomEdits(
  random: Random,
  annotation: Annotation,
  user: string,
  now: () => Date,
): readonly Edit[] {
  const span = annotation.spans.length > 0 ? random.pick(annotation.spans) : undefined;
  const other = span && random.pick(annotation.spans);
  const act = random.below(20);
  if (span && act < 5) return commands.relabelSpan(annotation, span.id, random.pick(LABELS), user);
  if (span && act < 8)
    return commands.moveSpan(annotation, span.id, anyRange(random, annotation, span.side), user);
  if (span && other && act < 10) return commands.linkSpans(annotation, span.id, other.id, user);
  if (span && other && act < 11) return commands.unlinkSpans(annotation, span.id, other.id);
  if (span && act < 12) return commands.markAbsent(annotation, span.id, random.pick(absenceReasons), user);
  if (span && act < 14) return commands.removeSpan(annotation, span.id);
  if (act < 15) return commands.setFlag(annotation, !annotation.flagged);
  if (act < 16) return commands.setReview(annotation, random.pick(reviewStates), "Not a translation.");
  if (act < 17)
    return revisePivot(annotation, `${annotation.pivotText} ${random.below(1000)}`.slice(-150)).edits;
  if (act < 18) {
    const note = {
      id: noteId(random.uuid()),
      text: "Check this name.",
      author: user,
      at: now().toISOString(),
    };
    return commands.addNote(note);
  }
  const side: Side = random.next() < 0.5 ? "source" : "pivot";
  const place = anyRange(random, annotation, side);
  return commands.addSpan(annotation, side, place, random.pick(LABELS), spanId(random.uuid()), user);
}

function anyRange(random: Random, annotation: Annotation, side: Side): Range {
  const text = new Text(textOf(annotation, side));
  const start = random.below(Math.max(1, text.length - 1));
  return widenToClusters(text, range(start, Math.min(text.length, start + 1 + random.below(8))));
}

export const transactionOf = (random: Random, edits: readonly Edit[]): Transaction => ({
  id: transactionId(random.uuid()),
  version: 1,
  origin: "human",
  title: edits[0]?.kind ?? "",
  edits: [...edits],
});
