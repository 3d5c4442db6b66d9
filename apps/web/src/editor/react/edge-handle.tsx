import { type Span, textOf } from "@spanbridge/shared";
import { clsx } from "clsx";
import type { PointerEvent as ReactPointerEvent, Ref } from "react";
import { offsetAtPoint } from "../dom/geometry.ts";
import { nowOf, stateOf } from "../model/actions/desk.ts";
import { resize } from "../model/actions/spans.ts";
import { draggedEdge, type Edge } from "../model/text/edges.ts";
import { prepared } from "../model/text/prepared.ts";
import { granularityOf } from "../model/text/snap.ts";
import { useDesk } from "./desk-context.tsx";
import { rootsOf, useRoots } from "./text-roots.tsx";

type EdgeHandleProps = {
  /** Whoever has it puts it in its place. */
  readonly ref: Ref<HTMLSpanElement>;
  readonly span: Span;
  readonly edge: Edge;
  readonly dragging: boolean;
};

/** One edge of the selected span, to take hold of. Its keys are in the bar of hints; assistive technology uses those. */
export function EdgeHandle({ ref, span, edge, dragging }: EdgeHandleProps) {
  const desk = useDesk();
  const roots = useRoots();

  function grab(event: ReactPointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    desk.segment.tool({ kind: "grab", span: span.id, edge, range: { start: span.start, end: span.end } });
  }

  function drag(event: ReactPointerEvent<HTMLElement>): void {
    const root = rootsOf(roots).get(span.side);
    if (stateOf(desk).tool.kind !== "dragging" || !root) return;
    const offset = offsetAtPoint(root, event.clientX, event.clientY);
    if (offset === undefined) return;
    const language = desk.rules.languages[span.side];
    const subject = prepared(textOf(nowOf(desk), span.side), language);
    const by = event.altKey ? "character" : granularityOf(language);
    desk.segment.tool({ kind: "drag", range: draggedEdge(subject, span, edge, offset, by) });
  }

  function drop(): void {
    const { tool } = stateOf(desk);
    if (tool.kind !== "dragging") return;
    desk.segment.tool({ kind: "escape" });
    resize(desk, tool.span, tool.range, edge);
  }

  return (
    <span
      ref={ref}
      aria-hidden
      data-edge={edge}
      className={clsx("edge-handle", dragging && "pointer-events-none")}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={() => desk.segment.tool({ kind: "escape" })}
    />
  );
}
