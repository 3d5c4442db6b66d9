import { commands, type ReviewState } from "@spanbridge/shared";
import { type Desk, nowOf, perform, report } from "./desk.ts";

const titles: Record<ReviewState, string> = {
  pending: "Set back to pending",
  accepted: "Accept",
  rejected: "Reject",
  skipped: "Skip",
};

/** Decides about the segment and goes on. Deciding the same again just goes on. */
export function decide(desk: Desk, state: ReviewState, reason = ""): void {
  const edits = commands.setReview(nowOf(desk), state, reason);
  if (edits.length > 0 && !perform(desk, titles[state], edits)) return;
  if (state !== "pending") desk.host.go("pending");
}

export function toggleFlag(desk: Desk): void {
  const flagged = !nowOf(desk).flagged;
  perform(desk, flagged ? "Flag" : "Remove the flag", commands.setFlag(nowOf(desk), flagged));
}

export function addNote(desk: Desk, text: string, at: string): boolean {
  const note = { id: desk.segment.newNoteId(), text: text.trim(), author: desk.segment.rules.user, at };
  return note.text !== "" && perform(desk, "Add a note", commands.addNote(note));
}

export function removeNote(desk: Desk, id: string): void {
  const note = nowOf(desk).notes.find((other) => other.id === id);
  if (note) perform(desk, "Delete a note", commands.removeNote(nowOf(desk), note.id));
}

export function undo(desk: Desk): void {
  if (desk.host.stepBatch("undo")) return;
  const done = desk.segment.undo();
  if (done) report(desk, "Undone", done);
  else if (!desk.host.undoElsewhere()) desk.host.tell("Nothing to undo.", "refusal");
}

export function redo(desk: Desk): void {
  if (desk.host.stepBatch("redo")) return;
  const done = desk.segment.redo();
  if (done) report(desk, "Redone", done);
  else desk.host.tell("Nothing to redo.", "refusal");
}
