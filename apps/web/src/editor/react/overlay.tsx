import type { Side, Span } from "@spanbridge/shared";
import { type RefObject, useCallback, useRef } from "react";
import { type Bar, caretBar, edgeBar } from "../dom/geometry.ts";
import type { Tool } from "../model/segment/tool.ts";
import { EdgeHandle } from "./edge-handle.tsx";
import { rootsOf, useRoots } from "./text-roots.tsx";
import { usePlaced } from "./use-measured.ts";

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

/**
 * What stands over a text without being part of it: the handles of the selected span and the keyboard's text cursor. They
 * are put in their places directly, by transforms: nothing is rendered or laid out again for it.
 */
export function Overlay({ box, side, value, span, tool, mayEdit }: OverlayProps) {
  const roots = useRoots();
  const [startHandle, endHandle, cursor] = [useBar(), useBar(), useBar()];
  const caret = tool.kind === "caret" && tool.side === side ? tool.caret.focus : undefined;
  const held = mayEdit ? span : undefined;
  const [start, end] = [held?.start, held?.end];
  const place = useCallback((): void => {
    const root = rootsOf(roots).get(side);
    // Most of the time there is nothing to place, and the layout need not be asked for.
    if ((start === undefined && caret === undefined) || !box.current || !root) return;
    // `value` and the edges decide where things stand: a new one of these is a new measurement.
    const known = root.text.value === value;
    const origin = box.current.getBoundingClientRect();
    const at = known && start !== undefined ? edgeBar(root, start, "start") : undefined;
    const to = known && end !== undefined ? edgeBar(root, end, "end") : undefined;
    const caretAt = known && caret !== undefined ? caretBar(root, caret) : undefined;
    put(startHandle.current, at, origin);
    put(endHandle.current, to, origin);
    put(cursor.current, caretAt, origin);
  }, [roots, side, value, box, start, end, caret, startHandle, endHandle, cursor]);
  usePlaced(box, place);
  const dragging = tool.kind === "dragging";
  return (
    <>
      {held && <EdgeHandle ref={startHandle} span={held} edge="start" dragging={dragging} />}
      {held && <EdgeHandle ref={endHandle} span={held} edge="end" dragging={dragging} />}
      {caret !== undefined && <span aria-hidden ref={cursor} className="text-caret" />}
    </>
  );
}

const useBar = (): RefObject<HTMLSpanElement | null> => useRef<HTMLSpanElement>(null);

/** All reading comes before the first writing: what is written between two readings would have the page laid out twice. */
function put(element: HTMLElement | null, bar: Bar | undefined, origin: DOMRect): void {
  if (!element) return;
  element.style.visibility = bar ? "" : "hidden";
  if (!bar) return;
  element.style.transform = `translate(${bar.x - origin.left}px, ${bar.top - origin.top}px)`;
  element.style.height = `${bar.height}px`;
}
