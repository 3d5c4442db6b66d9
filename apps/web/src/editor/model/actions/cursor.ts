import { codePoint, otherSide, type Side, spanById, textOf } from "@spanbridge/shared";
import { type CaretStep, caretAt, caretRange, movedCaret } from "../text/caret.ts";
import type { Direction } from "../text/edges.ts";
import { prepared } from "../text/prepared.ts";
import { clipped, spanName } from "../view/describe.ts";
import { nextProblem, nextStop } from "../view/problems.ts";
import { acrossTo, neighbour, selectionOf } from "../view/rows.ts";
import { type Desk, nowOf, stateOf } from "./desk.ts";

/** Puts the text cursor before the selected span, or at the start of the source; pressed again, into the other text. */
export function placeCaret(desk: Desk): void {
  const { tool, selection } = stateOf(desk);
  const now = nowOf(desk);
  if (tool.kind === "caret") {
    const side = otherSide(tool.side);
    if (textOf(now, side) !== "") putCaret(desk, side, 0);
    return;
  }
  const span = selection && spanById(now, selection.span);
  putCaret(desk, span?.side ?? "source", span?.start ?? 0);
}

function putCaret(desk: Desk, side: Side, offset: number): void {
  desk.segment.tool({ kind: "place_caret", side, caret: caretAt(codePoint(offset)) });
  desk.host.tell(`Text cursor in the ${side === "source" ? "source" : "translation"}`, "done");
}

export function moveCaret(desk: Desk, direction: Direction, step: CaretStep, extend: boolean): void {
  const { tool } = stateOf(desk);
  if (tool.kind !== "caret") return;
  const subject = prepared(textOf(nowOf(desk), tool.side), desk.segment.rules.languages[tool.side]);
  const caret = movedCaret(subject, tool.caret, direction, step, extend);
  desk.segment.tool({ kind: "place_caret", side: tool.side, caret });
  const range = caretRange(caret);
  const { text } = subject;
  const rest = { start: caret.focus, end: text.length };
  desk.host.tell(
    range ? `Selected ${text.slice(range)}` : `Before ${clipped(text.slice(rest)).slice(0, 20) || "the end"}`,
    "done",
  );
}

export function selectRow(desk: Desk, direction: "back" | "forward"): void {
  const next = neighbour(nowOf(desk), stateOf(desk).selection, direction);
  if (next) desk.segment.selectAs(next);
  tellSelected(desk);
}

export function selectSide(desk: Desk, side: Side): void {
  const { selection } = stateOf(desk);
  const next = selection && acrossTo(nowOf(desk), selection, side);
  if (next) desk.segment.selectAs(next);
  tellSelected(desk);
}

export function selectProblem(desk: Desk, direction: "back" | "forward"): void {
  const now = nowOf(desk);
  const next = nextProblem(now, stateOf(desk).selection?.span, direction, stateOf(desk).meta.evidence);
  if (next) desk.segment.selectAs(selectionOf(now, next));
  else desk.host.tell("Nothing here needs a look.", "done");
  tellSelected(desk);
}

/** Tab: through what is worth a look, then through the rest. */
export function selectStop(desk: Desk, direction: "back" | "forward"): void {
  const now = nowOf(desk);
  const next = nextStop(now, stateOf(desk).selection?.span, direction, stateOf(desk).meta.evidence);
  if (next) desk.segment.selectAs(selectionOf(now, next));
  tellSelected(desk);
}

function tellSelected(desk: Desk): void {
  const { selection } = stateOf(desk);
  const span = selection && spanById(nowOf(desk), selection.span);
  if (span) desk.host.tell(spanName(nowOf(desk), span), "done");
}

/** Ends what is under way; with nothing under way, deselects. */
export function stepBack(desk: Desk): void {
  if (stateOf(desk).tool.kind === "idle") desk.segment.select(undefined);
  else desk.segment.tool({ kind: "escape" });
}
