import { type Side, type SpanId, spanId } from "@spanbridge/shared";
import { type PointerEvent, useMemo } from "react";
import { create } from "zustand";

/** The span under the pointer. Apart from the segment's own state: it changes with every twitch of the hand. */
export const useHover = create<{ readonly span: SpanId | undefined }>()(() => ({ span: undefined }));

export function hover(span: SpanId | undefined): void {
  if (useHover.getState().span !== span) useHover.setState({ span });
}

/** Handlers for what surrounds a text: the innermost span under the pointer is the hovered one. Reads no layout. */
export function useHovering(side: Side) {
  return useMemo(
    () => ({
      onPointerOver: ({ target, pointerType }: PointerEvent) => {
        if (pointerType === "touch" || !(target instanceof Element)) return;
        const ids = target.closest<HTMLElement>(`[data-side=${side}] [data-spans]`)?.dataset.spans;
        const innermost = ids?.split(" ").at(-1);
        hover(innermost === undefined ? undefined : spanId(innermost));
      },
      onPointerLeave: () => hover(undefined),
    }),
    [side],
  );
}
