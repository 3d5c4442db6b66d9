import type { Side } from "@spanbridge/shared";
import { type RefCallback, useCallback } from "react";
import { characterAtPoint } from "../dom/geometry.ts";
import type { TextRoots } from "../dom/offsets.ts";
import { readSelection } from "../dom/selection.ts";
import { clickText, dragOver, type Hand, pickText } from "../model/actions/pointing.ts";
import { useDesk } from "./desk-context.tsx";
import { rootsOf, useRoots } from "./text-roots.tsx";

/** A ref for what holds the texts. The button may be released anywhere. Everything it does has a key of its own. */
export function usePointing(): RefCallback<HTMLElement> {
  const desk = useDesk();
  const roots = useRoots();
  return useCallback(
    (element: HTMLElement | null) => {
      const release = (up: MouseEvent): void => {
        const selection = document.getSelection();
        const selected = selection ? readSelection(selection, rootsOf(roots)) : undefined;
        // From the second click on the browser has selected a word of its own choosing; ours is by the text's language.
        const hand: Hand = { exact: up.altKey, other: up.ctrlKey || up.metaKey };
        if (up.detail === 2) point(up, rootsOf(roots), (side, offset) => pickText(desk, side, offset, hand));
        else if (selected) dragOver(desk, selected.side, selected.range, hand);
        else point(up, rootsOf(roots), (side, offset) => clickText(desk, side, offset, hand));
      };
      const press = (down: MouseEvent): void => {
        if (down.button !== 0) return;
        // On text that is selected already the browser would begin to move it to and fro, not to select.
        if (!down.shiftKey) document.getSelection()?.removeAllRanges();
        document.addEventListener("mouseup", release, { once: true });
      };
      element?.addEventListener("mousedown", press);
      return () => {
        element?.removeEventListener("mousedown", press);
        document.removeEventListener("mouseup", release);
      };
    },
    [desk, roots],
  );
}

function point(
  { clientX, clientY }: MouseEvent,
  roots: TextRoots,
  use: (side: Side, offset: NonNullable<ReturnType<typeof characterAtPoint>>) => void,
): void {
  for (const [side, root] of roots) {
    const offset = characterAtPoint(root, clientX, clientY);
    if (offset !== undefined) use(side, offset);
  }
}
