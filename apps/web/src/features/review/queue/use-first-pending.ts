import type { QueueFilter } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../app/trpc.ts";
import { markOf, useMarks } from "../session/marks.ts";

/** More pending ones than this cannot have been decided here without the server knowing yet. */
const ENOUGH = 50;

/**
 * Where to begin when the address names no segment: the first pending one that the filter shows; with a filter for other
 * states the first of these. Null when there is none, undefined while that is not known.
 */
export function useFirstPending(
  project: string,
  filter: QueueFilter,
  enabled: boolean,
): { readonly number: number | null | undefined; readonly error: unknown; readonly retry: () => void } {
  const pendingOnly = filter.states.length === 0 || filter.states.includes("pending");
  const wanted: QueueFilter = pendingOnly ? { ...filter, states: ["pending"] } : filter;
  const marks = useMarks((state) => state.marks);
  const found = useQuery({
    ...trpc.queue.window.queryOptions({ project, filter: wanted, offset: 0, limit: ENOUGH }),
    enabled,
    staleTime: 0,
    gcTime: 0,
  });
  const open = found.data?.items.find(({ number }) => {
    const mark = markOf(marks, project, number);
    return !pendingOnly || !mark || mark.state === "pending";
  });
  const known = found.isFetchedAfterMount && found.isSuccess;
  return {
    number: known ? (open?.number ?? null) : undefined,
    error: found.error,
    retry: () => void found.refetch(),
  };
}
