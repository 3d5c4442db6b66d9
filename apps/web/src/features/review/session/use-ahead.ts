import { useEffect } from "react";
import { create } from "zustand";
import { AHEAD_PLACES } from "../../../editor/model/keys/deciding.ts";
import type { Segment } from "../../../editor/model/segment/segment.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import type { Navigator } from "../queue/use-navigator.ts";
import { fetchAhead, openSegment } from "./use-segment.ts";

/** The pending segments behind `from`, as far as they are loaded. `whole`: there will be no more. */
type AheadOf = { readonly from: number; readonly segments: readonly Segment[]; readonly whole: boolean };

export const useAheadOf = create<{ readonly of: AheadOf | undefined }>()(() => ({ of: undefined }));

/** What is shown below a segment; undefined while nothing is, or not all of it. */
export function shownAhead(number: number): readonly Segment[] | undefined {
  const { of } = useAheadOf.getState();
  return of?.from === number && of.whole ? of.segments : undefined;
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
    const show = (segments: readonly Segment[], whole: boolean): void => {
      if (!stopped) useAheadOf.setState({ of: { from: number, segments, whole } });
    };
    const load = async (): Promise<void> => {
      const found: Segment[] = [];
      let at: number | null = number;
      while (!stopped && found.length < AHEAD_PLACES.length) {
        at = await pendingAfter(at);
        if (at === null || at === number || found.some((segment) => segment.number === at)) break;
        found.push(await openSegment(workspace, project, at));
      }
      show(found, true);
      // Where one goes when all of them are right.
      const behind = at === null || stopped ? null : await pendingAfter(at);
      if (behind !== null && behind !== number) fetchAhead(workspace, project, behind);
    };
    useAheadOf.setState({ of: undefined });
    // What could not be loaded is not shown, and nothing is accepted that was not.
    load().catch(() => show([], true));
    return () => {
      stopped = true;
      useAheadOf.setState({ of: undefined });
    };
  }, [workspace, project, number, pendingAfter]);
}
