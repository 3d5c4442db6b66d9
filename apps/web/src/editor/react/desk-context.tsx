import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Desk } from "../model/actions/desk.ts";
import type { Segment } from "../model/segment/segment.ts";
import type { SegmentState } from "../model/segment/state.ts";

const DeskContext = createContext<Desk | undefined>(undefined);

export const DeskProvider = DeskContext.Provider;

const SegmentContext = createContext<Segment | undefined>(undefined);

export const SegmentProvider = SegmentContext.Provider;

/** The segment on the table; renders again when another one is put there. */
export function useSegment(): Segment {
  const segment = use(SegmentContext);
  if (!segment) throw new Error("useSegment outside of a SegmentProvider.");
  return segment;
}

/**
 * The ways to act on the segment on the table. The same object for all segments of a project, so that buttons stay as they
 * are when another one is put there: `desk.segment` is for what a person does, `useSegment` for what is drawn.
 */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("useDesk outside of a DeskProvider.");
  return desk;
}

/** A part of the open segment's state; renders again when this part changes. */
export function useSegmentState<T>(select: (state: SegmentState) => T): T {
  return useStore(useSegment().store, select);
}

export const useAnnotation = () => useSegmentState((state) => state.queue.current);
