import {
  type Annotation,
  applyAll,
  commands,
  type History,
  type SpanId,
  spanById,
  type Transaction,
} from "@spanbridge/shared";
import type { Alternatives } from "@spanbridge/shared/contracts";
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
import { lastAnswer } from "../view/last.ts";
import type { Selection } from "../view/rows.ts";
import { type Desk, nowOf, perform, stateOf } from "./desk.ts";
import { createSpan } from "./spans.ts";

/** Where the selected span could be instead. */
export const alternativesOf = ({ queue, selection, history, known }: SegmentState): readonly Alternative[] =>
  offered(queue.current, selection?.span, history.done, known);

/** The same list for the same state: the keys, the bar of hints and the list itself all ask. */
const offered = lastAnswer(function find(
  now: Annotation,
  selected: SpanId | undefined,
  done: readonly Transaction[],
  known: Alternatives | undefined,
): readonly Alternative[] {
  const subject = subjectOf(now, selected && spanById(now, selected));
  if (!subject) return NONE;
  return alternativesFor(now, subject, known, placeBefore(done, subject.span.id));
});

const NONE: readonly Alternative[] = [];

/** The one that the key would take. */
const alternativeAhead = (
  { queue, selection, history, known }: SegmentState,
  direction: "forward" | "back",
): Alternative | undefined => alternativeFrom(queue.current, selection, history, known, direction);

export function alternativeFrom(
  now: Annotation,
  selection: Selection | undefined,
  { done }: History,
  known: Alternatives | undefined,
  direction: "forward" | "back" = "forward",
): Alternative | undefined {
  const subject = subjectOf(now, selection && spanById(now, selection.span));
  return subject && nextAlternative(offered(now, selection?.span, done, known), subject, direction);
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
