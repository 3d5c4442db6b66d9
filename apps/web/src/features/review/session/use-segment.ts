import { useCallback, useEffect, useState } from "react";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { painted } from "../../../editor/dom/painted.ts";
import type { Segment } from "../../../editor/model/segment/segment.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";

export type Opened =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly segment: Segment }
  | { readonly kind: "failed"; readonly error: unknown; readonly retry: () => void };

const read = (project: string, number: number) =>
  queryClient.fetchQuery({ ...trpc.review.open.queryOptions({ project, number }), staleTime: 0, gcTime: 0 });

export const openSegment = (workspace: Workspace, project: string, number: number): Promise<Segment> =>
  workspace.open(number, () => read(project, number));

/** Opens a segment ahead of time, so that going to it takes no waiting. A failure shows when it is gone to. */
export const fetchAhead = (workspace: Workspace, project: string, number: number): void =>
  void openSegment(workspace, project, number).catch(() => undefined);

function refresh(workspace: Workspace, project: string, number: number): void {
  read(project, number).then(
    (view) => workspace.get(number)?.refresh(view),
    // What there is stays on the table; the save queue tells when the connection is lost.
    () => undefined,
  );
}

/** Reads the segment on screen anew, where there is one. */
let readShown: (() => void) | undefined;
export const refreshShown = (): void => readShown?.();

export function useOpenedSegment(workspace: Workspace, project: string, number: number): Opened {
  const [failure, setFailure] = useState<{ readonly number: number; readonly error: unknown }>();
  const [, setArrived] = useState<Segment>();

  const load = useCallback(() => {
    openSegment(workspace, project, number).then(setArrived, (error: unknown) =>
      setFailure({ number, error }),
    );
  }, [workspace, project, number]);

  useEffect(() => {
    const known = workspace.get(number);
    const again = (): void => refresh(workspace, project, number);
    let left = false;
    if (!known) load();
    // Shown at once, and read anew behind the picture: since it was fetched, a run may have been at it, or somebody else.
    else void painted().then(() => left || again());
    readShown = again;
    return () => {
      left = true;
      if (readShown === again) readShown = undefined;
    };
  }, [workspace, project, number, load]);

  const segment = workspace.get(number);
  if (segment) return { kind: "ready", segment };
  if (failure?.number !== number) return { kind: "loading" };
  const retry = (): void => {
    setFailure(undefined);
    load();
  };
  return { kind: "failed", error: failure.error, retry };
}
