import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Desk } from "../model/actions/desk.ts";
import type { SegmentState } from "../model/segment/state.ts";

const DeskContext = createContext<Desk | undefined>(undefined);

export const DeskProvider = DeskContext.Provider;

/** The segment on the table and the ways to act on it. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("useDesk outside of a DeskProvider.");
  return desk;
}

/** A part of the open segment's state; renders again when this part changes. */
export function useSegmentState<T>(select: (state: SegmentState) => T): T {
  return useStore(useDesk().segment.store, select);
}

export const useAnnotation = () => useSegmentState((state) => state.queue.current);
