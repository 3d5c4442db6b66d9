import { commands } from "@spanbridge/shared";
import type { Segment } from "../segment/segment.ts";
import type { Desk } from "./desk.ts";

/**
 * Accepts the open segment and those shown below it that stand before place `upTo` (from 1), which is then opened; without
 * `upTo` all of them, and goes on behind them. What was shown has been read: each is accepted by itself, can be taken
 * back by itself, and one that cannot be accepted is where this ends.
 */
export function acceptAhead(desk: Desk, upTo?: number): void {
  const shown = desk.host.ahead();
  if (!shown) {
    desk.host.tell("No segments are shown below this one.", "refusal");
    return;
  }
  const target = upTo === undefined ? undefined : shown[upTo - 1];
  if (upTo !== undefined && !target) {
    desk.host.tell("No segment stands there.", "refusal");
    return;
  }
  const right = [desk.segment, ...(target ? shown.slice(0, shown.indexOf(target)) : shown)];
  for (const segment of right) {
    if (!accept(desk, segment)) {
      if (segment !== desk.segment) desk.host.goTo(segment.number);
      return;
    }
  }
  desk.host.tell(`Segments accepted: ${right.length}`, "done");
  if (target) desk.host.goTo(target.number);
  else desk.host.go("pending");
}

function accept({ host }: Desk, segment: Segment): boolean {
  const edits = commands.setReview(segment.store.getState().queue.current, "accepted", "");
  const done = edits.length > 0 ? segment.dispatch("Accept", edits) : undefined;
  if (!done || done.ok) return true;
  host.tell(done.error.message, "refusal");
  return false;
}
