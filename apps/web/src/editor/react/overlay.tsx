import type { Side, Span } from "@spanbridge/shared";
import { type RefObject, useCallback } from "react";
import { type Bar, caretBar, edgeBar } from "../dom/geometry.ts";
import type { Tool } from "../model/segment/tool.ts";
import { EdgeHandle } from "./edge-handle.tsx";
import { rootsOf, useRoots } from "./text-roots.tsx";
import { useMeasured } from "./use-measured.ts";

type OverlayProps = {
  /** The positioned box around the text, which this fills. */
  readonly box: RefObject<HTMLElement | null>;
  readonly side: Side;
  readonly value: string;
  /** The selected span, as it would be while an edge is dragged; undefined when it is on the other side. */
  readonly span: Span | undefined;
  readonly tool: Tool;
  readonly mayEdit: boolean;
};

type Bars = {
  readonly start?: Bar | undefined;
  readonly end?: Bar | undefined;
  readonly caret?: Bar | undefined;
};

/** What stands over a text without being part of it: the handles of the selected span and the keyboard's text cursor. */
export function Overlay({ box, side, value, span, tool, mayEdit }: OverlayProps) {
  const roots = useRoots();
  const caret = tool.kind === "caret" && tool.side === side ? tool.caret.focus : undefined;
  const [start, end] = [span?.start, span?.end];
  const measure = useCallback((): Bars => {
    const root = rootsOf(roots).get(side);
    const origin = box.current?.getBoundingClientRect();
    // `value` and the edges decide where things stand: a new one of these is a new measurement.
    if (!root || !origin || root.text.value !== value) return {};
    const local = (bar: Bar | undefined): Bar | undefined =>
      bar && { ...bar, x: bar.x - origin.left, top: bar.top - origin.top };
    return {
      start: start === undefined ? undefined : local(edgeBar(root, start, "start")),
      end: end === undefined ? undefined : local(edgeBar(root, end, "end")),
      caret: caret === undefined ? undefined : local(caretBar(root, caret)),
    };
  }, [roots, side, value, box, start, end, caret]);
  const bars = useMeasured(box, measure);
  const dragging = tool.kind === "dragging";
  return (
    <>
      {span && mayEdit && bars?.start && (
        <EdgeHandle span={span} edge="start" bar={bars.start} dragging={dragging} />
      )}
      {span && mayEdit && bars?.end && (
        <EdgeHandle span={span} edge="end" bar={bars.end} dragging={dragging} />
      )}
      {bars?.caret && (
        <span
          aria-hidden
          className="text-caret"
          style={{ left: bars.caret.x, top: bars.caret.top, height: bars.caret.height }}
        />
      )}
    </>
  );
}
