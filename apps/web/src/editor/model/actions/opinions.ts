import type { Span } from "@spanbridge/shared";
import type { Opinion } from "@spanbridge/shared/contracts";
import { quoted } from "../view/describe.ts";
import { type Taker, takeOpinion, takeSpan } from "../view/take.ts";
import { type Desk, nowOf, perform, stateOf } from "./desk.ts";

const takerOf = ({ segment }: Desk): Taker => ({
  user: segment.rules.user,
  policy: segment.rules.policy,
  newId: segment.newSpanId,
});

/** The engines that have an answer, in the order in which they are shown. */
export const answersOf = (opinions: readonly Opinion[] | undefined): readonly Opinion[] =>
  (opinions ?? []).filter(({ failure }) => failure === "");

/** Takes over all that the engine at this place (from 1) says, as one step. */
export function takeAllOf(desk: Desk, place: number): void {
  const opinion = answersOf(stateOf(desk).opinions)[place - 1];
  if (opinion) takeAll(desk, opinion);
  else desk.host.tell("No engine stands there.", "refusal");
}

export function takeAll(desk: Desk, opinion: Opinion): void {
  finish(desk, `Take over all that ${opinion.layer} says`, takeOpinion(nowOf(desk), opinion, takerOf(desk)));
}

/** Takes over one span of the source with its entity, as one step. */
export function takeOne(desk: Desk, opinion: Opinion, span: Span): void {
  const now = nowOf(desk);
  const title = `Take ${quoted(now, span)} over from ${opinion.layer}`;
  if (!finish(desk, title, takeSpan(now, opinion, span, takerOf(desk)))) return;
  const there = nowOf(desk).spans.find(
    (other) => other.side === "source" && other.start === span.start && other.end === span.end,
  );
  if (there) desk.segment.select(there.id);
}

function finish(desk: Desk, title: string, taken: ReturnType<typeof takeOpinion>): boolean {
  if (!taken.ok) desk.host.tell(taken.error.message, "refusal");
  else if (taken.value.length === 0) desk.host.tell("The segment says the same already.", "refusal");
  else return perform(desk, title, taken.value);
  return false;
}
