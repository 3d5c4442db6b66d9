import { useEffect } from "react";
import { create } from "zustand";
import { AHEAD_PLACES } from "../../../editor/model/keys/deciding.ts";
import type { Segment } from "../../../editor/model/segment/segment.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import type { Navigator } from "../queue/use-navigator.ts";
import { fetchAhead, openSegment } from "./use-segment.ts";

/** The pending segments behind `from`. `cut`: there are more, which could not be loaded. */
type AheadOf = { readonly from: number; readonly segments: readonly Segment[]; readonly cut: boolean };

export const useAheadOf = create<{ readonly of: AheadOf | undefined }>()(() => ({ of: undefined }));

/** What is shown below a segment; undefined while nothing is, or not all of it. */
export function shownAhead(number: number): readonly Segment[] | undefined {
  const { of } = useAheadOf.getState();
  return of?.from === number ? of.segments : undefined;
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
      if (!stopped) useAheadOf.setState({ of: { from: number, segments: found, cut } });
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
