import { applyAll, commands, spanById } from "@spanbridge/shared";
import type { SegmentState } from "../segment/state.ts";
import {
  type Alternative,
  alternativesFor,
  nextAlternative,
  placeBefore,
  subjectOf,
  whyOf,
} from "../view/alternatives.ts";
import { clipped, quoted, surfaceOf } from "../view/describe.ts";
import { type Desk, nowOf, perform, stateOf } from "./desk.ts";
import { createSpan } from "./spans.ts";

/** Where the selected span could be instead. */
export function alternativesOf({ queue, selection, history, known }: SegmentState): readonly Alternative[] {
  const now = queue.current;
  const subject = subjectOf(now, selection && spanById(now, selection.span));
  if (!subject) return [];
  return alternativesFor(now, subject, known, placeBefore(history.done, subject.span.id));
}

/** The one that the key would take. */
export function alternativeAhead(
  state: SegmentState,
  direction: "forward" | "back" = "forward",
): Alternative | undefined {
  const now = state.queue.current;
  const subject = subjectOf(now, state.selection && spanById(now, state.selection.span));
  return subject && nextAlternative(alternativesOf(state), subject, direction);
}

/** Puts the selected span where the next alternative says, or makes one there for an entity that has none yet. */
export function swap(desk: Desk, direction: "forward" | "back", chosen?: Alternative): void {
  const state = stateOf(desk);
  const alternative = chosen ?? alternativeAhead(state, direction);
  const now = nowOf(desk);
  const subject = subjectOf(now, state.selection && spanById(now, state.selection.span));
  if (!subject || !alternative) {
    desk.host.tell("Nobody offers another place for this.", "refusal");
    return;
  }
  const { span, entity } = subject;
  const { range, label } = alternative;
  if (span.side === "pivot") {
    createSpan(desk, "source", range, label, span.id);
    if (entity) desk.segment.select(entity.id);
    return;
  }
  const { user, policy } = desk.segment.rules;
  const moves = commands.moveSpan(now, span.id, range, user);
  const moved = applyAll(now, moves, policy);
  const relabels = moved.ok ? commands.relabelSpan(moved.value, span.id, label, user) : [];
  const title = `Put ${quoted(now, span)} elsewhere`;
  if (!perform(desk, title, [...moves, ...relabels])) return;
  const there = spanById(nowOf(desk), span.id);
  const words = there ? clipped(surfaceOf(nowOf(desk), there)) : "";
  desk.host.tell(`${words}: ${whyOf(alternative)}`, "done");
}
