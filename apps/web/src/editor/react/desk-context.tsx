import { createContext, type ReactNode, use, useEffect, useMemo } from "react";
import { createStore, type StoreApi, useStore } from "zustand";
import { painted } from "../dom/painted.ts";
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

const LateContext = createContext<StoreApi<SegmentState> | undefined>(undefined);

type LateProps = { readonly children: ReactNode };

/**
 * What stands in here follows the segment one picture later than the rest, so that what a key did to the texts is on screen
 * before buttons and hints are drawn for it. It sees one whole state of the segment, never parts of two; another segment it shows
 * at once. Not for what decides whether something may be done: keys and handlers ask `desk.segment`.
 */
export function Late({ children }: LateProps) {
  const { store } = useSegment();
  const late = useMemo(() => createStore<SegmentState>(() => store.getState()), [store]);
  useEffect(() => {
    let [waiting, gone] = [false, false];
    const show = (): void => {
      waiting = false;
      if (!gone) late.setState(store.getState(), true);
    };
    const follow = (): void => {
      if (waiting || late.getState() === store.getState()) return;
      waiting = true;
      void painted().then(show);
    };
    follow();
    const stop = store.subscribe(follow);
    return () => {
      gone = true;
      stop();
    };
  }, [store, late]);
  return <LateContext value={late}>{children}</LateContext>;
}

/** A part of the open segment's state; renders again when this part changes. */
export function useSegmentState<T>(select: (state: SegmentState) => T): T {
  const { store } = useSegment();
  return useStore(use(LateContext) ?? store, select);
}

export const useAnnotation = () => useSegmentState((state) => state.queue.current);
