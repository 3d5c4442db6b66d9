import {
  type CodePoint,
  type Range,
  type Side,
  type SpanId,
  sameRange,
  spanById,
  textOf,
} from "@spanbridge/shared";
import { chosenText } from "../segment/tool.ts";
import { prepared } from "../text/prepared.ts";
import { granularityOf, pickedAt, snapped } from "../text/snap.ts";
import { impliedBy } from "../view/propose.ts";
import { type Desk, nowOf, stateOf } from "./desk.ts";
import { finishLinking } from "./links.ts";
import { createSpan } from "./spans.ts";

/** Spans over a character, innermost first. */
export function spansOver(desk: Desk, side: Side, offset: CodePoint): readonly SpanId[] {
  return nowOf(desk)
    .spans.filter((span) => span.side === side && span.start <= offset && offset < span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .map(({ id }) => id);
}

/**
 * Text of one side is selected and a span of the other is pointed at: "this is that". The text becomes a span with its
 * label, linked to it. False where nothing is selected that it could be about.
 */
export function takeAsCounterpart(desk: Desk, id: SpanId | undefined): boolean {
  const chosen = chosenText(stateOf(desk).tool);
  const span = id && spanById(nowOf(desk), id);
  if (!chosen || !span || span.side === chosen.side || !desk.mayEdit) return false;
  createSpan(desk, chosen.side, chosen.range, span.label, span.id);
  return true;
}

/**
 * A click on a character: selects the innermost span there, a further click the next one around it. While linking it
 * takes the span as the other end, and for text that is selected on the other side as its counterpart. On bare text it ends what is under way.
 */
export function clickText(desk: Desk, side: Side, offset: CodePoint): void {
  const { tool, selection } = stateOf(desk);
  const over = spansOver(desk, side, offset);
  if (tool.kind === "linking" && spanById(nowOf(desk), tool.from)?.side !== side && over[0]) {
    finishLinking(desk, over[0]);
    return;
  }
  if (takeAsCounterpart(desk, over[0])) return;
  desk.segment.tool({ kind: "escape" });
  const at = selection ? over.indexOf(selection.span) : -1;
  desk.segment.select(over[(at + 1) % Math.max(1, over.length)]);
}

/** Text was selected by dragging; `exact`: the characters as they are, not whole words. */
export function dragOver(desk: Desk, side: Side, rough: Range, exact: boolean): void {
  const language = desk.segment.rules.languages[side];
  const subject = prepared(textOf(nowOf(desk), side), language);
  choose(desk, side, snapped(subject, rough, exact ? "character" : granularityOf(language)));
}

/** A double click: the word, or with `exact` the character. */
export function pickText(desk: Desk, side: Side, offset: CodePoint, exact: boolean): void {
  const subject = prepared(textOf(nowOf(desk), side), desk.segment.rules.languages[side]);
  choose(desk, side, pickedAt(subject, offset, exact ? "character" : "word"));
}

function choose(desk: Desk, side: Side, range: Range | undefined): void {
  if (!range || !desk.mayEdit) return;
  const { tool, selection } = stateOf(desk);
  const now = nowOf(desk);
  const from = tool.kind === "linking" ? spanById(now, tool.from) : undefined;
  if (from && from.side !== side) {
    createSpan(desk, side, range, from.label, from.id);
    return;
  }
  const same = now.spans.find((span) => span.side === side && sameRange(span, range));
  const implied = same ? undefined : impliedBy(now, side, range, selection?.span);
  if (same) desk.segment.select(same.id);
  else if (implied) createSpan(desk, side, range, implied.label, implied.id);
  else desk.segment.tool({ kind: "choose", side, range });
}
