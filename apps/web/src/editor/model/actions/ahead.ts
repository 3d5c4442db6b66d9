import { commands } from "@spanbridge/shared";
import type { Segment } from "../segment/segment.ts";
import type { Desk } from "./desk.ts";

/**
 * Accepts the open segment and those shown below it that stand before place `upTo` (from 1), which is then opened; without
 * `upTo` all of them, and goes on behind them. Only what has been on screen has been read: the first one that has not is
 * opened instead. Each is accepted by itself, can be taken back by itself, and one that cannot be accepted is where this ends.
 */
export function acceptAhead(desk: Desk, upTo?: number): void {
  const shown = desk.host.ahead();
  if (!shown) {
    desk.host.tell("No segments are shown below this one.", "refusal");
    return;
  }
  const { segments, inView } = shown;
  const wanted = upTo === undefined ? undefined : segments[upTo - 1];
  if (upTo !== undefined && !wanted) {
    desk.host.tell("No segment stands there.", "refusal");
    return;
  }
  const before = segments.slice(0, upTo === undefined ? segments.length : upTo - 1);
  const read = before.slice(0, inView);
  const unread = before[read.length];
  const target = unread ?? wanted;
  const right = [desk.segment, ...read];
  for (const segment of right) {
    if (!accept(desk, segment)) {
      if (segment !== desk.segment) desk.host.goTo(segment.number);
      return;
    }
  }
  desk.host.tell(
    unread
      ? `Segments accepted: ${right.length}. This one has not been on screen yet.`
      : `Segments accepted: ${right.length}`,
    "done",
  );
  if (target) desk.host.goTo(target.number);
  else desk.host.go("pending");
}

/** How many would be accepted now, the open one among them; 0 where none is shown below. */
export function readAhead(desk: Desk): number {
  const shown = desk.host.ahead();
  return shown && shown.segments.length > 0 ? 1 + Math.min(shown.inView, shown.segments.length) : 0;
}

function accept({ host }: Desk, segment: Segment): boolean {
  const edits = commands.setReview(segment.store.getState().queue.current, "accepted", "");
  const done = edits.length > 0 ? segment.dispatch("Accept", edits) : undefined;
  if (!done || done.ok) return true;
  host.tell(done.error.message, "refusal");
  return false;
}
