import { create } from "zustand";

export type ToastKind = "info" | "good" | "bad";

export type ToastRequest = {
  readonly title: string;
  readonly description?: string | undefined;
  readonly kind?: ToastKind;
  readonly action?: { readonly label: string; readonly onSelect: () => void };
  /** Said again instead of stacked while one with this id is still there. */
  readonly id?: string;
};

/** Said but not yet shown: the region that shows them is loaded when the first one comes. */
export const useToastQueue = create<{ readonly queue: readonly ToastRequest[] }>()(() => ({ queue: [] }));

/** Tells something in passing; callable from anywhere. What must not be missed belongs on the page instead. */
export function toast(title: string, options: Omit<ToastRequest, "title"> = {}): void {
  useToastQueue.setState(({ queue }) => ({ queue: [...queue, { title, ...options }] }));
}
