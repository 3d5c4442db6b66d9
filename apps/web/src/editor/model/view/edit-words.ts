import type { Edit, Side, SpanId, Transaction } from "@spanbridge/shared";
import { absenceSentences, clipped } from "./describe.ts";

/** The words that spans stood on when they were last spoken of, by id. */
export type Surfaces = ReadonlyMap<SpanId, string>;

/** Collects from a log, newest first, what its spans are called. `now` names those that are there. */
export function surfacesIn(transactions: readonly Transaction[], now: Surfaces): Surfaces {
  const found = new Map(now);
  const note = (id: SpanId, surface: string | undefined): void => {
    if (surface !== undefined && !found.has(id)) found.set(id, clipped(surface));
  };
  for (const { edits } of transactions) {
    for (const edit of edits) {
      if (edit.kind === "add_span" || edit.kind === "remove_span") note(edit.span.id, edit.surface);
      if (edit.kind === "change_span") note(edit.id, edit.after.surface);
    }
  }
  return found;
}

const sideWords: Readonly<Record<Side, string>> = { source: "source", pivot: "translation" };
const stateWords = {
  pending: "Set back to pending",
  accepted: "Accepted",
  rejected: "Rejected",
  skipped: "Skipped",
} as const;

/** One edit of a history as a sentence. */
export function editWords(edit: Edit, surfaces: Surfaces): string {
  const named = (id: SpanId): string => `“${surfaces.get(id) ?? "a span"}”`;
  switch (edit.kind) {
    case "add_span":
      return `Added ${edit.span.label} ${named(edit.span.id)} in the ${sideWords[edit.span.side]}`;
    case "remove_span":
      return `Deleted ${edit.span.label} ${named(edit.span.id)} from the ${sideWords[edit.span.side]}`;
    case "change_span":
      return changeWords(edit, named(edit.id));
    case "add_link":
      return `Linked ${named(edit.link.source)} to ${named(edit.link.pivot)}`;
    case "remove_link":
      return `Unlinked ${named(edit.link.source)} from ${named(edit.link.pivot)}`;
    case "add_absence":
      return `${named(edit.absence.span)} has no counterpart: ${absenceSentences[edit.absence.reason].toLowerCase()}`;
    case "remove_absence":
      return `${named(edit.absence.span)} may have a counterpart`;
    case "revise_pivot":
      return `Translation: “${clipped(edit.before)}” → “${clipped(edit.after)}”`;
    case "set_review":
      return edit.after.reason === ""
        ? stateWords[edit.after.state]
        : `${stateWords[edit.after.state]}: ${clipped(edit.after.reason)}`;
    case "set_flag":
      return edit.after ? "Flagged" : "Removed the flag";
    case "add_note":
      return `Note: ${clipped(edit.note.text)}`;
    case "remove_note":
      return `Deleted the note “${clipped(edit.note.text)}”`;
  }
}

function changeWords({ before, after }: Extract<Edit, { kind: "change_span" }>, name: string): string {
  const parts: string[] = [];
  if (before.start !== after.start || before.end !== after.end) {
    parts.push(
      before.surface !== undefined && after.surface !== undefined
        ? `“${clipped(before.surface)}” → “${clipped(after.surface)}”`
        : `${name} moved`,
    );
  }
  if (before.label !== after.label) parts.push(`${name}: ${before.label} → ${after.label}`);
  return parts.length > 0 ? parts.join("; ") : `${name} touched`;
}

/** Remarks are about the work, not part of it: going back to an earlier state leaves them. */
export const isRemark = ({ kind }: Edit): boolean => kind === "add_note" || kind === "remove_note";
