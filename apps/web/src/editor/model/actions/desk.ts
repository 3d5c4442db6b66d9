import type { Annotation, CodePoint, Edit, Result, Side } from "@spanbridge/shared";
import type { Label } from "@spanbridge/shared/contracts";
import type { Segment } from "../segment/segment.ts";
import type { ProjectRules, SegmentState } from "../segment/state.ts";

/** Segments to read before they are opened, in the order of the queue. */
export type ShownAhead = {
  readonly segments: readonly Segment[];
  /** So many of them, from the first on, have been on screen whole; those behind have not been read. */
  readonly inView: number;
};

/** What the screen around the editor does for it. */
export type Host = {
  /** Tells what happened, on screen and to screen readers. `refusal`: it did not happen, and why. */
  readonly tell: (message: string, kind: "done" | "refusal") => void;
  readonly go: (where: "next" | "previous" | "pending") => void;
  readonly open: (place: "reject" | "help" | "note" | "filter" | "identical" | "keys" | "palette") => void;
  /** Shows or hides a part of the screen. */
  readonly toggle: (part: "queue" | "entities" | "matrix" | "context" | "engines" | "ahead") => void;
  readonly goTo: (number: number) => void;
  /** Where the pointer is over a text, in code points; undefined where it is over something else. */
  readonly pointed: () => { readonly side: Side; readonly offset: CodePoint } | undefined;
  /** What is shown below the open segment; undefined while nothing is. */
  readonly ahead: () => ShownAhead | undefined;
  /** Takes back what was done to many segments at once, or does it again, where that is next. False where it is not. */
  readonly stepBatch: (verb: "undo" | "redo") => boolean;
  /** Goes to the segment where something was done last and takes it back there. False where there is none. */
  readonly undoElsewhere: () => boolean;
};

/** One segment on the table, with everything an action needs. */
export type Desk = {
  readonly segment: Segment;
  /** Those of the project, in the language of the segment that is drawn. */
  readonly rules: ProjectRules;
  readonly labels: readonly Label[];
  readonly host: Host;
  /** Whether this person may change anything here. */
  readonly mayEdit: boolean;
};

export const stateOf = (desk: Desk): SegmentState => desk.segment.store.getState();
export const nowOf = (desk: Desk): Annotation => stateOf(desk).queue.current;

/** Dispatches and tells what was done, or why it was not. Answers whether something was done. */
export function perform(desk: Desk, title: string, edits: readonly Edit[]): boolean {
  const done = desk.segment.dispatch(title, edits);
  if (!done) return false;
  if (done.ok) desk.host.tell(title, "done");
  else desk.host.tell(done.error.message, "refusal");
  return done.ok;
}

/** Tells what undo or redo did. */
export function report(
  desk: Desk,
  verb: string,
  done: Result<{ title: string }, { message: string }> | undefined,
): void {
  if (!done) return;
  if (done.ok) desk.host.tell(`${verb}: ${done.value.title}`, "done");
  else desk.host.tell(`That can no longer be taken back. ${done.error.message}`, "refusal");
}
