import { type RefObject, useEffect } from "react";
import { create } from "zustand";
import type { ShownAhead } from "../../../editor/model/actions/desk.ts";
import { AHEAD_PLACES } from "../../../editor/model/keys/deciding.ts";
import type { Segment } from "../../../editor/model/segment/segment.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import type { Navigator } from "../queue/use-navigator.ts";
import { fetchAhead, openSegment } from "./use-segment.ts";

/** The pending segments behind `from`. `cut`: there are more, which could not be loaded. `inView`: undefined until that is known. */
type AheadOf = {
  readonly from: number;
  readonly segments: readonly Segment[];
  readonly cut: boolean;
  readonly inView: number | undefined;
};

export const useAheadOf = create<{ readonly of: AheadOf | undefined }>()(() => ({ of: undefined }));

/** What is shown below a segment; undefined while nothing is, or not all of it. */
export function shownAhead(number: number): ShownAhead | undefined {
  const { of } = useAheadOf.getState();
  return of?.from === number ? { segments: of.segments, inView: of.inView ?? 0 } : undefined;
}

/** Steps enough that the end of a segment taller than the screen is not missed. */
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);

/** Notes which of the rows have been on screen whole, be it one end after the other. The rows are the list's children. */
export function useSeenAhead(list: RefObject<HTMLElement | null>, of: AheadOf | undefined): void {
  const [from, count] = [of?.from, of?.segments.length ?? 0];
  useEffect(() => {
    const rows = [...(list.current?.children ?? [])].slice(0, count);
    const [tops, bottoms] = [new Set<Element>(), new Set<Element>()];
    const note = (entries: readonly IntersectionObserverEntry[]): void => {
      for (const { target, isIntersecting, intersectionRect: seen, boundingClientRect: whole } of entries) {
        if (!isIntersecting) continue;
        if (seen.top <= whole.top + 1) tops.add(target);
        if (seen.bottom >= whole.bottom - 1) bottoms.add(target);
      }
      const unseen = rows.findIndex((row) => !tops.has(row) || !bottoms.has(row));
      const inView = unseen === -1 ? rows.length : unseen;
      useAheadOf.setState(({ of }) =>
        of && of.from === from && of.inView !== inView ? { of: { ...of, inView } } : {},
      );
    };
    const observer = new IntersectionObserver(note, { threshold: STEPS });
    for (const row of rows) observer.observe(row);
    return () => observer.disconnect();
  }, [list, from, count]);
}

/** Loads the next pending segments one after the other, as long as the component is there. */
export function useLoadAhead(
  workspace: Workspace,
  project: string,
  number: number,
  pendingAfter: Navigator["pendingAfter"],
): void {
  useEffect(() => {
    let stopped = false;
    const found: Segment[] = [];
    const show = (cut: boolean): void => {
      if (!stopped) useAheadOf.setState({ of: { from: number, segments: found, cut, inView: undefined } });
    };
    const load = async (): Promise<number | null> => {
      let at: number | null = number;
      while (!stopped && found.length < AHEAD_PLACES.length) {
        at = await pendingAfter(at);
        if (at === null || at === number || found.some((segment) => segment.number === at)) break;
        found.push(await openSegment(workspace, project, at));
      }
      return at;
    };
    /** Where one goes when all of them are right. */
    const loadBehind = async (last: number | null): Promise<void> => {
      const behind = last === null || stopped ? null : await pendingAfter(last);
      if (behind !== null && behind !== number) fetchAhead(workspace, project, behind);
    };
    useAheadOf.setState({ of: undefined });
    load().then(
      (last) => {
        show(false);
        loadBehind(last).catch(() => undefined);
      },
      () => show(true),
    );
    return () => {
      stopped = true;
      useAheadOf.setState({ of: undefined });
    };
  }, [workspace, project, number, pendingAfter]);
}
