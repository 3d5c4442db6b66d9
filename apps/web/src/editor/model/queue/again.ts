import {
  type AbsenceReason,
  type Annotation,
  absenceOf,
  applyAll,
  codePointLength,
  commands,
  type Edit,
  type EditPolicy,
  err,
  linksOf,
  ok,
  type Range,
  type Result,
  range,
  revisePivot,
  type Side,
  type SpanId,
  spanById,
  Text,
  textOf,
} from "@spanbridge/shared";
import type { GivenUp } from "./queue.ts";

type Wish = { readonly now: Annotation; readonly user: string; readonly policy: EditPolicy };

/**
 * What a given-up transaction meant, as edits on what is there now: the person has seen the other change and wants
 * theirs all the same. Empty where it is so already. An error is a sentence saying what stands in the way.
 */
export function againEdits(
  now: Annotation,
  { transaction, over }: Pick<GivenUp, "transaction" | "over">,
  user: string,
  policy: EditPolicy,
): Result<readonly Edit[], string> {
  const edits: Edit[] = [];
  let current = now;
  for (const edit of transaction.edits) {
    const meant = editsAgain({ now: current, user, policy }, edit, over);
    if (!meant) return err("What it was about is no longer there. Please do it by hand.");
    const next = applyAll(current, meant, policy);
    if (!next.ok) return err(next.error.message);
    current = next.value;
    edits.push(...meant);
  }
  return ok(edits);
}

function editsAgain(wish: Wish, edit: Edit, over: Annotation): Edit[] | undefined {
  const { now, user } = wish;
  switch (edit.kind) {
    case "add_span":
      return placeSpan(wish, edit.span.id, edit.span.side, edit.span, edit.span.label, edit.surface);
    case "change_span":
      return changeAgain(wish, edit, over);
    case "remove_span":
      return commands.removeSpan(now, edit.span.id);
    case "add_link": {
      const { pivot, source } = edit.link;
      return spanById(now, pivot) && spanById(now, source)
        ? commands.linkSpans(now, pivot, source, user)
        : undefined;
    }
    case "remove_link":
      return commands.unlinkSpans(now, edit.link.pivot, edit.link.source);
    case "add_absence":
      return absentAgain(wish, edit.absence.span, edit.absence.reason);
    case "remove_absence":
      return commands.removeAbsence(now, edit.absence.span);
    case "revise_pivot":
      return now.pivotText === edit.after ? [] : [...revisePivot(now, edit.after).edits];
    case "set_review":
      return commands.setReview(now, edit.after.state, edit.after.reason);
    case "set_flag":
      return commands.setFlag(now, edit.after);
    case "add_note":
      return now.notes.some(({ id }) => id === edit.note.id) ? [] : commands.addNote(edit.note);
    case "remove_note":
      return commands.removeNote(now, edit.note.id);
  }
}

/** Only what the edit changed is meant; a span that somebody removed comes back as it would have been. */
function changeAgain(
  wish: Wish,
  { id, before, after }: Extract<Edit, { kind: "change_span" }>,
  over: Annotation,
): Edit[] | undefined {
  const current = spanById(wish.now, id);
  const side = (current ?? spanById(over, id))?.side;
  if (!side) return undefined;
  const moved = before.start !== after.start || before.end !== after.end;
  if (current && !moved) return commands.relabelSpan(wish.now, id, after.label, wish.user);
  const label = current && before.label === after.label ? current.label : after.label;
  return placeSpan(wish, id, side, after, label, after.surface);
}

/** The span at the words that were meant, wherever they stand now; undefined where they are gone or not unique. */
function placeSpan(
  { now, user, policy }: Wish,
  id: SpanId,
  side: Side,
  meant: Range,
  label: string,
  surface: string | undefined,
): Edit[] | undefined {
  const place = placeOf(textOf(now, side), meant, surface);
  if (!place) return undefined;
  if (!spanById(now, id)) return commands.addSpan(now, side, place, label, id, user);
  const moves = commands.moveSpan(now, id, place, user);
  const moved = applyAll(now, moves, policy);
  return moved.ok ? [...moves, ...commands.relabelSpan(moved.value, id, label, user)] : moves;
}

function placeOf(value: string, { start, end }: Range, surface: string | undefined): Range | undefined {
  const text = new Text(value);
  const place = range(start, end);
  if (text.holds(place) && (surface === undefined || text.slice(place) === surface)) return place;
  if (surface === undefined) return undefined;
  const first = value.indexOf(surface);
  if (first === -1 || value.indexOf(surface, first + 1) !== -1) return undefined;
  const from = codePointLength(value.slice(0, first));
  return range(from, from + codePointLength(surface));
}

function absentAgain({ now, user }: Wish, id: SpanId, reason: AbsenceReason): Edit[] | undefined {
  if (!spanById(now, id)) return undefined;
  const same = absenceOf(now, id)?.reason === reason && linksOf(now, id).length === 0;
  return same ? [] : commands.markAbsent(now, id, reason, user);
}
