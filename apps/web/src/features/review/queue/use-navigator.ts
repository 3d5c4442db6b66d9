import type { QueueFilter } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo } from "react";
import { searchOf } from "../../../app/search.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import { markOf, useMarks } from "../session/marks.ts";
import { tell } from "../session/notices.ts";
import { fetchAhead } from "../session/use-segment.ts";

const placeOptions = (project: string, number: number, filter: QueueFilter, asOf: string | undefined) => ({
  ...trpc.queue.place.queryOptions({ project, number, filter, asOf }),
  staleTime: 60_000,
});

export type Navigator = {
  /** 0-based position in the filtered queue; undefined while unknown, null when it is not in it. */
  readonly position: number | null | undefined;
  readonly goTo: (number: number | undefined) => void;
  readonly go: (where: "next" | "previous" | "pending") => void;
};

/** More than this many decided segments in a row are not stepped over one by one. */
const MOST_STEPS = 20;

/** Where this segment stands in the queue and the ways on from it; the most likely next ones are fetched ahead. */
export function useNavigator(
  workspace: Workspace,
  project: string,
  number: number,
  filter: QueueFilter,
  asOf: string | undefined,
): Navigator {
  const navigate = useNavigate();
  const place = useQuery(placeOptions(project, number, filter, asOf));
  const { next, nextPending } = place.data ?? {};

  useEffect(() => {
    for (const ahead of new Set([nextPending, next])) {
      if (!ahead || ahead === number) continue;
      fetchAhead(workspace, project, ahead);
      void queryClient.prefetchQuery(placeOptions(project, ahead, filter, asOf));
    }
  }, [workspace, project, number, filter, asOf, next, nextPending]);

  const goTo = useCallback(
    (target: number | undefined) =>
      void (target === undefined
        ? navigate({ to: "/projects/$project/review", params: { project }, search: searchOf(filter) })
        : navigate({
            to: "/projects/$project/review/$segment",
            params: { project, segment: target },
            search: searchOf(filter),
          })),
    [navigate, project, filter],
  );

  const go = useCallback(
    (where: "next" | "previous" | "pending") => {
      find(where, project, number, filter, asOf).then(
        (target) => {
          if (target !== null) goTo(target);
          else if (where === "pending") goTo(undefined);
          else tell(where === "next" ? "This is the last segment." : "This is the first segment.", "refusal");
        },
        () => tell("The next segment cannot be loaded now. What you did here is kept.", "refusal"),
      );
    },
    [goTo, project, number, filter, asOf],
  );

  const position = place.data?.position;
  return useMemo(() => ({ position, goTo, go }), [position, goTo, go]);
}

async function find(
  where: "next" | "previous" | "pending",
  project: string,
  from: number,
  filter: QueueFilter,
  asOf: string | undefined,
): Promise<number | null> {
  const placeOf = (number: number) => queryClient.fetchQuery(placeOptions(project, number, filter, asOf));
  const place = await placeOf(from);
  if (where !== "pending") return place[where];
  // The server does not know yet what was decided here a moment ago.
  let target = place.nextPending;
  for (let step = 0; step < MOST_STEPS && target !== null && target !== from; step++) {
    const mark = markOf(useMarks.getState().marks, project, target);
    if (!mark || mark.state === "pending") return target;
    target = (await placeOf(target)).nextPending;
  }
  return target === from ? null : target;
}
