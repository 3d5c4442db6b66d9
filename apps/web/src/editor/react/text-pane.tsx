import { type Side, type Span, type SpanId, textOf } from "@spanbridge/shared";
import { type ClipboardEvent, memo, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import type { TextRoots } from "../dom/offsets.ts";
import { paint } from "../dom/paint.ts";
import { readSelection, showSelection } from "../dom/selection.ts";
import { chosenText } from "../model/segment/tool.ts";
import { prepared } from "../model/text/prepared.ts";
import { looseSpans } from "../model/view/loose.ts";
import { sideSpans } from "../model/view/side-spans.ts";
import { AnnotatedText } from "./annotated-text.tsx";
import { useDesk, useSegmentState } from "./desk-context.tsx";
import { useHovering } from "./hover.ts";
import type { Scene } from "./looks.ts";
import { Overlay } from "./overlay.tsx";
import { useRoots } from "./text-roots.tsx";

type TextPaneProps = {
  readonly side: Side;
  readonly colours: Scene["colours"];
  readonly lit: ReadonlySet<SpanId>;
};

/** One of the two texts with everything that can be done in it. */
export const TextPane = memo(function TextPane({ side, colours, lit }: TextPaneProps) {
  const { rules, mayEdit } = useDesk();
  const selected = useSegmentState((state) => state.selection?.span);
  const tool = useSegmentState((state) => state.tool);
  const box = useRef<HTMLDivElement>(null);
  const roots = useRoots();
  const value = useSegmentState(({ queue }) => textOf(queue.current, side));
  const language = rules.languages[side];
  const { text } = prepared(value, language);

  const loose = useSegmentState(({ queue }) => looseSpans(queue.current));
  const settled = useSegmentState(({ queue }) => sideSpans(queue.current, side));
  const dragged = tool.kind === "dragging" ? tool : undefined;
  const spans = useMemo(
    () =>
      dragged
        ? settled.map((span): Span => (span.id === dragged.span ? { ...span, ...dragged.range } : span))
        : settled,
    [settled, dragged],
  );

  // A ref and not an effect: what stands beside the text measures it in effects, which run after the refs are set.
  const register = useCallback(
    (element: HTMLDivElement) => {
      if (import.meta.env.DEV && element.textContent !== value)
        throw new Error("The page shows another text.");
      const known = roots.current;
      known.set(side, { element, text });
      return () => void known.delete(side);
    },
    [roots, side, text, value],
  );

  const chosen = chosenText(tool);
  const range = chosen?.side === side ? chosen.range : undefined;
  const byPointer = tool.kind === "choosing" && range !== undefined;
  useLayoutEffect(() => {
    const root = roots.current.get(side);
    const selection = document.getSelection();
    if (!byPointer || !range || !root || !selection) return;
    // What the browser would copy is what is chosen; and when it is done with, nothing stays selected.
    showSelection(selection, root, range);
    return () => selection.removeAllRanges();
  }, [byPointer, range, roots, side]);

  // After every render: the leaves may have been cut anew.
  useLayoutEffect(() => paint(side, roots.current.get(side), range));
  useLayoutEffect(() => () => paint(side, undefined, undefined), [side]);

  return (
    <div
      ref={box}
      className="relative"
      {...useHovering(side)}
      onCopy={(event) => copyText(event, roots.current)}
    >
      <AnnotatedText
        ref={register}
        side={side}
        value={value}
        language={language}
        spans={spans}
        colours={colours}
        selected={selected}
        lit={lit}
        loose={loose}
      />
      <Overlay
        box={box}
        side={side}
        value={value}
        span={spans.find(({ id }) => id === selected)}
        tool={tool}
        mayEdit={mayEdit}
      />
    </div>
  );
});

/** The text as it is: a browser would put line ends between the blocks of a long one. */
function copyText(event: ClipboardEvent, roots: TextRoots): void {
  const selection = document.getSelection();
  const selected = selection ? readSelection(selection, roots) : undefined;
  const text = selected && roots.get(selected.side)?.text.slice(selected.range);
  if (text === undefined) return;
  event.clipboardData.setData("text/plain", text);
  event.preventDefault();
}
