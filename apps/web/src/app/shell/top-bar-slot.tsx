import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { create } from "zustand";

type SlotStore = { readonly element: HTMLElement | null };
const useSlot = create<SlotStore>()(() => ({ element: null }));

/** The place itself; the top bar renders it once. */
export function TopBarSlotTarget() {
  return (
    <div
      ref={(element) => useSlot.setState({ element })}
      className="flex min-w-0 grow items-center justify-end gap-3 empty:hidden"
    />
  );
}

/** Puts a page's own things (filter, progress, saving) into the top bar, between the breadcrumb and the switches. */
export function TopBarSlot({ children }: { readonly children: ReactNode }) {
  const element = useSlot((state) => state.element);
  return element && createPortal(children, element);
}
