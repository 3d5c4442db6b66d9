import { type Annotation, counterparts, type SpanId } from "@spanbridge/shared";
import { useMemo } from "react";
import type { Tool } from "../../../editor/model/segment/tool.ts";
import { useAnnotation, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { useHover } from "../../../editor/react/hover.ts";

/** The spans that light up: the counterparts of the selected one, the hovered one with its own, what linking aims at. */
export function useLit(): ReadonlySet<SpanId> {
  const annotation = useAnnotation();
  const selected = useSegmentState((state) => state.selection?.span);
  const tool = useSegmentState((state) => state.tool);
  const hovered = useHover(({ span }) => span);
  return useMemo(() => litBy(annotation, selected, hovered, tool), [annotation, selected, hovered, tool]);
}

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
