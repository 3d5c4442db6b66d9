import type { QueueFilter, QueuePlace } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import { searchOf } from "../../../app/search.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { painted } from "../../../editor/dom/painted.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import { t } from "../../../ui/i18n/t.ts";
import { useStable } from "../../../ui/use-stable.ts";
import { isDecidedHere } from "../session/marks.ts";
import { tell } from "../session/notices.ts";
import { fetchAhead } from "../session/use-segment.ts";

const FRESH_MS = 60_000;

const placeOptions = (project: string, number: number, filter: QueueFilter, asOf: string | undefined) => ({
  ...trpc.queue.place.queryOptions({ project, number, filter, asOf }),
  staleTime: FRESH_MS,
});

type Where = "next" | "previous" | "pending";

export type Navigator = {
  /** 0-based position in the filtered queue; undefined while unknown, null when it is not in it. */
  readonly position: number | null | undefined;
  readonly goTo: (number: number | undefined) => void;
  readonly go: (where: Where) => void;
  /** The pending segment after this one in the queue; null where there is none. */
  readonly pendingAfter: (number: number) => Promise<number | null>;
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
  onGo: (number: number) => void,
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

  /** Counts what was gone to: an address that is late must not lead back. */
  const turn = useRef(0);
  const goTo = useStable((target: number | undefined): void => {
    const mine = ++turn.current;
    if (target === undefined) {
      void navigate({ to: "/projects/$project/review", params: { project }, search: searchOf(filter) });
      return;
    }
    onGo(target);
    const from = location.pathname;
    void painted().then(() => {
      if (mine !== turn.current || location.pathname !== from) return;
      void navigate({
        to: "/projects/$project/review/$segment",
        params: { project, segment: target },
        search: true,
      });
    });
  });

  const go = useStable((where: Where): void => {
    const arrive = (target: number | null): void => {
      if (target !== null) goTo(target);
      else if (where === "pending") goTo(undefined);
      else
        tell(where === "next" ? t("This is the last segment.") : t("This is the first segment."), "refusal");
    };
    const isDecided = (of: number): boolean => isDecidedHere(project, of);
    const ask = (of: number) => placeOptions(project, of, filter, asOf);
    const known = search(where, number, isDecided, (of) => freshData(ask(of).queryKey));
    // At once where it can be: what was done here and where one goes next are then one picture.
    if ("found" in known) arrive(known.found);
    else {
      find(where, number, known.missing, isDecided, ask).then(arrive, () =>
        tell(t("The next segment cannot be loaded now. What you did here is kept."), "refusal"),
      );
    }
  });

  const pendingAfter = useStable(async (of: number): Promise<number | null> => {
    const isDecided = (other: number): boolean => isDecidedHere(project, other);
    const ask = (other: number) => placeOptions(project, other, filter, asOf);
    const known = search("pending", of, isDecided, (other) => freshData(ask(other).queryKey));
    return "found" in known ? known.found : find("pending", of, known.missing, isDecided, ask);
  });

  const position = place.data?.position;
  return useMemo(() => ({ position, goTo, go, pendingAfter }), [position, goTo, go, pendingAfter]);
}

/** What is loaded and not too old to go by. */
function freshData(queryKey: ReturnType<typeof placeOptions>["queryKey"]): QueuePlace | undefined {
  const query = queryClient.getQueryCache().find<QueuePlace>({ queryKey });
  return query && !query.isStaleByTime(FRESH_MS) ? query.state.data : undefined;
}

/** Where to go, by the places that are known, or the segment whose place has to be asked for first. */
function search(
  where: Where,
  from: number,
  isDecided: (number: number) => boolean,
  placeOf: (number: number) => QueuePlace | undefined,
): { readonly found: number | null } | { readonly missing: number } {
  const place = placeOf(from);
  if (!place) return { missing: from };
  if (where !== "pending") return { found: place[where] };
  // The server does not know yet what was decided here a moment ago.
  let target = place.nextPending;
  for (let step = 0; step < MOST_STEPS && target !== null && target !== from; step++) {
    if (!isDecided(target)) return { found: target };
    const next = placeOf(target);
    if (!next) return { missing: target };
    target = next.nextPending;
  }
  return { found: target === from ? null : target };
}

async function find(
  where: Where,
  from: number,
  missing: number,
  isDecided: (number: number) => boolean,
  ask: (number: number) => ReturnType<typeof placeOptions>,
): Promise<number | null> {
  await queryClient.fetchQuery(ask(missing));
  const known = search(where, from, isDecided, (of) => queryClient.getQueryData(ask(of).queryKey));
  return "found" in known ? known.found : find(where, from, known.missing, isDecided, ask);
}
