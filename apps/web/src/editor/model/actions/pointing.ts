import {
  type CodePoint,
  counterparts,
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
import { finishLinking, link, unlink } from "./links.ts";
import { createSpan } from "./spans.ts";

/** The keys that are held down where the button is released. */
export type Hand = {
  /** Alt: the characters as they are, not whole words. */
  readonly exact: boolean;
  /** Ctrl or Cmd. A click on a span links the selected one with it, or takes the link away; drawn text belongs to no entity. */
  readonly other: boolean;
};

const bare: Hand = { exact: false, other: false };

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

/** Links the selected span with one of the other side, or takes that link away. False where nothing is selected on the other side. */
function joinWith(desk: Desk, id: SpanId | undefined): boolean {
  const now = nowOf(desk);
  const { selection } = stateOf(desk);
  const [from, to] = [selection && spanById(now, selection.span), id && spanById(now, id)];
  if (!from || !to || from.side === to.side || !desk.mayEdit) return false;
  if (counterparts(now, from.id).some((other) => other.id === to.id)) unlink(desk, from.id, to.id);
  else link(desk, from.id, to.id);
  return true;
}

/**
 * A click on a character: selects the innermost span there, a further click the next one around it. While linking it
 * takes the span as the other end, and for text that is selected on the other side as its counterpart. On bare text it ends what is under way.
 */
export function clickText(desk: Desk, side: Side, offset: CodePoint, hand: Hand = bare): void {
  const { tool, selection } = stateOf(desk);
  const over = spansOver(desk, side, offset);
  if (hand.other && tool.kind === "idle" && joinWith(desk, over[0])) return;
  if (tool.kind === "linking" && spanById(nowOf(desk), tool.from)?.side !== side && over[0]) {
    finishLinking(desk, over[0]);
    return;
  }
  if (takeAsCounterpart(desk, over[0])) return;
  desk.segment.tool({ kind: "escape" });
  const at = selection ? over.indexOf(selection.span) : -1;
  desk.segment.select(over[(at + 1) % Math.max(1, over.length)]);
}

/** Text was selected by dragging. */
export function dragOver(desk: Desk, side: Side, rough: Range, hand: Hand = bare): void {
  const language = desk.segment.rules.languages[side];
  const subject = prepared(textOf(nowOf(desk), side), language);
  choose(desk, side, snapped(subject, rough, hand.exact ? "character" : granularityOf(language)), hand);
}

/** A double click: the word, or the character. */
export function pickText(desk: Desk, side: Side, offset: CodePoint, hand: Hand = bare): void {
  const subject = prepared(textOf(nowOf(desk), side), desk.segment.rules.languages[side]);
  choose(desk, side, pickedAt(subject, offset, hand.exact ? "character" : "word"), hand);
}

function choose(desk: Desk, side: Side, range: Range | undefined, hand: Hand): void {
  if (!range || !desk.mayEdit) return;
  const { tool, selection } = stateOf(desk);
  const now = nowOf(desk);
  const from = tool.kind === "linking" ? spanById(now, tool.from) : undefined;
  if (from && from.side !== side) {
    createSpan(desk, side, range, from.label, from.id);
    return;
  }
  const same = now.spans.find((span) => span.side === side && sameRange(span, range));
  const implied = same || hand.other ? undefined : impliedBy(now, side, range, selection?.span);
  if (same) desk.segment.select(same.id);
  else if (implied) createSpan(desk, side, range, implied.label, implied.id);
  else desk.segment.tool({ kind: "choose", side, range });
}
