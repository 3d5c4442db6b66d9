import { type Annotation, counterparts, type SpanId } from "@spanbridge/shared";
import type { Tool } from "../../../editor/model/segment/tool.ts";
import { lastAnswer, sameMembers, steady } from "../../../editor/model/view/last.ts";
import { useSegmentState } from "../../../editor/react/desk-context.tsx";
import { useHover } from "../../../editor/react/hover.ts";

/** The spans that light up: the counterparts of the selected one, the hovered one with its own, what linking aims at. */
export function useLit(): ReadonlySet<SpanId> {
  const hovered = useHover(({ span }) => span);
  return useSegmentState(({ queue, selection, tool }) =>
    litNow(queue.current, selection?.span, hovered, tool),
  );
}

const kept = steady<ReadonlySet<SpanId>>(sameMembers);
/** An edit that lights nothing else leaves the set as it was: the texts are then not drawn anew for it. */
const litNow = lastAnswer((...inputs: Parameters<typeof litBy>) => kept(litBy(...inputs)));

function litBy(
  annotation: Annotation,
  selected: SpanId | undefined,
  hovered: SpanId | undefined,
  tool: Tool,
): ReadonlySet<SpanId> {
  const lit = new Set<SpanId>();
  if (selected) for (const { id } of counterparts(annotation, selected)) lit.add(id);
  if (hovered) for (const { id } of [{ id: hovered }, ...counterparts(annotation, hovered)]) lit.add(id);
  if (tool.kind === "linking" && tool.candidate) lit.add(tool.candidate);
  return lit;
}
