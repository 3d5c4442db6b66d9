import {
  applyAll,
  commands,
  counterparts,
  linksOf,
  type Range,
  type Side,
  type SpanId,
  spanById,
  textOf,
} from "@spanbridge/shared";
import { chosenText } from "../segment/tool.ts";
import { type Direction, type Edge, movedEdge } from "../text/edges.ts";
import { prepared } from "../text/prepared.ts";
import { type Granularity, snapped } from "../text/snap.ts";
import { clipped, quoted, quotedById, surfaceOf } from "../view/describe.ts";
import { type Proposal, proposalsFor } from "../view/propose.ts";
import { type Desk, nowOf, perform, stateOf } from "./desk.ts";

/** Makes a span of the chosen text, or relabels the selected span; whichever the person is at. */
export function applyLabel(desk: Desk, label: string): void {
  const { tool, selection } = stateOf(desk);
  const chosen = chosenText(tool);
  if (chosen) createSpan(desk, chosen.side, chosen.range, label);
  else if (selection) relabel(desk, selection.span, label);
}

export function relabel(desk: Desk, span: SpanId, label: string): void {
  const now = nowOf(desk);
  const edits = commands.relabelSpan(now, span, label, desk.segment.rules.user);
  perform(desk, `Relabel ${quotedById(now, span)} as ${label}`, edits);
}

/** `link`: the span of the other side that it belongs to; both come into being as one step. */
export function createSpan(desk: Desk, side: Side, rough: Range, label: string, link?: SpanId): void {
  const now = nowOf(desk);
  const { rules } = desk.segment;
  const subject = prepared(textOf(now, side), rules.languages[side]);
  const range = snapped(subject, rough, "character");
  if (!range) return;
  const id = desk.segment.newSpanId();
  const added = commands.addSpan(now, side, range, label, id, rules.user);
  const other = link && spanById(now, link);
  const text = quoted(now, { id, side, ...range, label, provenance: { origin: "human" } });
  const title = other
    ? `Label ${text} as ${label}, linked to ${quoted(now, other)}`
    : `Label ${text} as ${label}`;
  const after = applyAll(now, added, rules.policy);
  const linked = other && after.ok ? commands.linkSpans(after.value, id, other.id, rules.user) : [];
  if (!perform(desk, title, [...added, ...linked])) return;
  desk.segment.tool({ kind: "escape" });
  desk.segment.select(id);
}

/** Takes the first thing that is proposed for the chosen text. */
export function takeProposal(desk: Desk, proposal?: Proposal): void {
  const { tool, selection } = stateOf(desk);
  const chosen = chosenText(tool);
  const taken = proposal ?? (chosen && proposalsFor(nowOf(desk), chosen.side, selection?.span)[0]);
  if (chosen && taken) createSpan(desk, chosen.side, chosen.range, taken.label, taken.link?.id);
}

/** Gives the selected span the label of the span it is linked to. */
export function takeLabelOfCounterpart(desk: Desk): void {
  const { selection } = stateOf(desk);
  const now = nowOf(desk);
  const span = selection && spanById(now, selection.span);
  const other = span && counterparts(now, span.id).find(({ label }) => label !== span.label);
  if (span && other) relabel(desk, span.id, other.label);
}

export function removeSelected(desk: Desk): void {
  const { selection } = stateOf(desk);
  if (selection) remove(desk, selection.span);
}

export function remove(desk: Desk, id: SpanId): void {
  const now = nowOf(desk);
  const span = spanById(now, id);
  if (!span) return;
  const [counterpart] = counterparts(now, id);
  const title = `Delete ${span.label} ${quoted(now, span)}`;
  if (!perform(desk, title, commands.removeSpan(now, id))) return;
  // What has lost its counterpart is what comes next: text drawn now becomes the new one.
  if (counterpart && linksOf(nowOf(desk), counterpart.id).length === 0) desk.segment.select(counterpart.id);
}

/** Moves an edge of the selected span by one step; says where it cannot go on. */
export function nudge(desk: Desk, edge: Edge, direction: Direction, by: Granularity): void {
  const { selection } = stateOf(desk);
  const now = nowOf(desk);
  const span = selection && spanById(now, selection.span);
  if (!span) return;
  const subject = prepared(textOf(now, span.side), desk.segment.rules.languages[span.side]);
  const range = movedEdge(subject, span, edge, direction, by);
  if (range) resize(desk, span.id, range, edge);
  else desk.host.tell(`The ${edge} cannot go further.`, "refusal");
}

/** Puts a span's edges somewhere else, as one step. */
export function resize(desk: Desk, id: SpanId, range: Range, edge: Edge): void {
  const now = nowOf(desk);
  const title = `Move the ${edge} of ${quotedById(now, id)}`;
  if (!perform(desk, title, commands.moveSpan(now, id, range, desk.segment.rules.user))) return;
  const moved = spanById(nowOf(desk), id);
  if (moved) desk.host.tell(`${title}: ${clipped(surfaceOf(nowOf(desk), moved))}`, "done");
}
