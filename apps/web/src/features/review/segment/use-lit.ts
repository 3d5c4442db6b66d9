import { type Annotation, counterparts, type SpanId } from "@spanbridge/shared";
import { useMemo } from "react";
import type { Tool } from "../../../editor/model/segment/tool.ts";
import { useAnnotation, useSegmentState } from "../../../editor/react/desk-context.tsx";

/** The spans that light up with the selected one: its counterparts, and what linking aims at. */
export function useLit(): ReadonlySet<SpanId> {
  const annotation = useAnnotation();
  const selected = useSegmentState((state) => state.selection?.span);
  const tool = useSegmentState((state) => state.tool);
  return useMemo(() => litBy(annotation, selected, tool), [annotation, selected, tool]);
}

function litBy(annotation: Annotation, selected: SpanId | undefined, tool: Tool): ReadonlySet<SpanId> {
  const lit = new Set<SpanId>();
  if (selected) for (const { id } of counterparts(annotation, selected)) lit.add(id);
  if (tool.kind === "linking" && tool.candidate) lit.add(tool.candidate);
  return lit;
}
