import { type Span, type SpanId, spanById, textOf } from "@spanbridge/shared";
import type { Command } from "../keys/command.ts";
import { type Situation, situationOf } from "../keys/situation.ts";
import type { Segment } from "../segment/segment.ts";
import type { SegmentState } from "../segment/state.ts";
import { draggedEdge, type Edge } from "../text/edges.ts";
import { prepared } from "../text/prepared.ts";
import { selectionOf } from "../view/rows.ts";
import { type Desk, nowOf, stateOf } from "./desk.ts";
import { resize } from "./spans.ts";

/** What a correction by pointer and key has left selected: nobody has chosen it, so the pointer still goes before it. */
const followUps = new WeakMap<Segment, SpanId>();

/** Whether keys mean the span under the pointer: nothing is selected, and nothing is under way. */
export function pointerCounts(segment: Segment): boolean {
  const { selection, tool } = segment.store.getState();
  return tool.kind === "idle" && (!selection || selection.span === followUps.get(segment));
}

/** The situation as if the span under the pointer were selected; undefined where there is none. */
export function pointedSituation(
  state: SegmentState,
  pointed: SpanId | undefined,
  mayEdit: boolean,
): Situation | undefined {
  const now = state.queue.current;
  if (!pointed || !spanById(now, pointed)) return undefined;
  return situationOf({ ...state, selection: selectionOf(now, pointed) }, mayEdit);
}

const GROUPS = new Set(["Spans", "Edges", "Links"]);

/** Whether a command corrects a span and needs a selected one: where nothing is selected it means the one under the pointer. */
export const meansPointed = (command: Command, there: Situation): boolean =>
  GROUPS.has(command.group) && command.when(there) && !command.when({ ...there, ...nothingSelected });

const nothingSelected = {
  selected: false,
  linked: false,
  absent: false,
  labelsDiffer: false,
  hasAlternative: false,
};

/** Runs a command on the span under the pointer and leaves nothing selected, unless the command has selected something else. */
export function runOnPointed(desk: Desk, command: Command, pointed: SpanId): void {
  desk.segment.select(pointed);
  command.run(desk);
  const { selection, tool } = stateOf(desk);
  if (tool.kind !== "idle") return;
  if (selection?.span === pointed) desk.segment.select(undefined);
  else if (selection) followUps.set(desk.segment, selection.span);
}

/**
 * Moves an edge to the pointer: of the selected span, else of the span that has the nearest one. `other`: not the nearer
 * edge of that span but its far one.
 */
export function edgeToPointer(desk: Desk, other: boolean): void {
  const place = desk.host.pointed();
  const now = nowOf(desk);
  const { selection } = stateOf(desk);
  const chosen = pointerCounts(desk.segment) ? undefined : selection?.span;
  const spans = now.spans.filter((span) => span.side === place?.side && (!chosen || span.id === chosen));
  const found = place && nearestEdge(spans, place.offset);
  if (!found) {
    desk.host.tell("Point at where the edge is to be.", "refusal");
    return;
  }
  const edge: Edge = (found.edge === "start") === other ? "end" : "start";
  const subject = prepared(textOf(now, place.side), desk.segment.rules.languages[place.side]);
  resize(desk, found.span.id, draggedEdge(subject, found.span, edge, place.offset, "character"), edge);
}

/** Of edges at the same distance the first in the text counts. Distances in code points. */
export function nearestEdge(
  spans: readonly Span[],
  offset: number,
): { readonly span: Span; readonly edge: Edge } | undefined {
  const edges = spans.flatMap((span) =>
    (["start", "end"] as const).map((edge) => ({ span, edge, away: Math.abs(span[edge] - offset) })),
  );
  return edges.sort((a, b) => a.away - b.away || a.span[a.edge] - b.span[b.edge])[0];
}
