import {
  type Annotation,
  absenceOf,
  counterparts,
  type Evidence,
  type History,
  spanById,
  type Transaction,
} from "@spanbridge/shared";
import type { Alternatives } from "@spanbridge/shared/contracts";
import { alternativeFrom } from "../actions/alternatives.ts";
import type { SegmentState } from "../segment/state.ts";
import { chosenText, type Tool } from "../segment/tool.ts";
import { lastAnswer } from "../view/last.ts";
import { nextStop, problemSpans } from "../view/problems.ts";
import { proposalsFor } from "../view/propose.ts";
import { rowOf, type Selection } from "../view/rows.ts";

/** What the keys depend on: the facts of the moment that decide which of them do something. */
export type Situation = {
  readonly mode: "browse" | "choose" | "caret" | "link" | "absence" | "revise" | "drag";
  readonly mayEdit: boolean;
  readonly hasText: boolean;
  readonly hasTranslation: boolean;
  readonly hasProposal: boolean;
  readonly hasSpans: boolean;
  readonly hasProblems: boolean;
  /** Whether Tab has somewhere to go in the segment; otherwise it goes on through the page. */
  readonly hasStopAhead: boolean;
  readonly hasStopBehind: boolean;
  /** Its counterpart has another label. */
  readonly labelsDiffer: boolean;
  /** The selected span could be somewhere else, by what somebody says. */
  readonly hasAlternative: boolean;
  /** What engines say of the segment is there to be taken. */
  readonly hasOpinions: boolean;
  /** Something was corrected here that may stand elsewhere in the project, too. */
  readonly hasCorrection: boolean;
  readonly selected: boolean;
  readonly linked: boolean;
  readonly absent: boolean;
};

/** Whether a transaction changed the annotation itself; decisions and remarks are no corrections. */
const isCorrection = ({ edits }: Transaction): boolean =>
  edits.some(
    ({ kind }) => !["set_review", "set_flag", "add_note", "remove_note", "revise_pivot"].includes(kind),
  );

const modes = {
  idle: "browse",
  choosing: "choose",
  caret: "caret",
  linking: "link",
  absence: "absence",
  revising: "revise",
  dragging: "drag",
} as const;

/** Asked by every part of the screen that shows keys, at every change: found once for each. */
export const situationOf = (
  { queue, meta, selection, tool, history, known, opinions }: SegmentState,
  mayEdit: boolean,
) => situationFor(queue.current, meta.evidence, selection, tool, history, known, opinions, mayEdit);

const situationFor = lastAnswer(function find(
  now: Annotation,
  evidence: readonly Evidence[],
  selection: Selection | undefined,
  tool: Tool,
  history: History,
  known: Alternatives | undefined,
  opinions: SegmentState["opinions"],
  mayEdit: boolean,
): Situation {
  const chosen = chosenText(tool);
  const span = selection && spanById(now, selection.span);
  const row = selection && rowOf(now, selection);
  return {
    mode: modes[tool.kind],
    mayEdit,
    hasText: chosen !== undefined,
    hasTranslation: now.pivotText !== "",
    hasProposal: chosen !== undefined && proposalsFor(now, chosen.side, span?.id).length > 0,
    hasSpans: now.spans.length > 0,
    hasProblems: problemSpans(now, evidence).length > 0,
    hasStopAhead: nextStop(now, span?.id, "forward", evidence) !== undefined,
    hasStopBehind: nextStop(now, span?.id, "back", evidence) !== undefined,
    labelsDiffer: span !== undefined && counterparts(now, span.id).some(({ label }) => label !== span.label),
    hasAlternative: alternativeFrom(now, selection, history, known) !== undefined,
    hasOpinions: (opinions ?? []).some(({ failure }) => failure === ""),
    hasCorrection: history.done.some(isCorrection),
    selected: span !== undefined,
    linked: row?.link !== undefined,
    absent: span !== undefined && absenceOf(now, span.id) !== undefined,
  };
});
