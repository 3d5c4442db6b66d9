import type { QueueFilter, QueueItem } from "@spanbridge/shared/contracts";
import { useQueries, useQuery } from "@tanstack/react-query";
import { queryClient, trpc } from "../../../app/trpc.ts";

const PAGE = 100;

/** The filtered queue as far as it is loaded. Positions stay put while one works: they are as of the first page. */
export type Queue = {
  readonly status: "loading" | "ready" | "failed";
  readonly total: number;
  readonly asOf: string | undefined;
  /** Undefined while its page is on the way. */
  readonly itemAt: (position: number) => QueueItem | undefined;
  readonly retry: () => void;
  readonly error: unknown;
};

/** Loads the pages that hold positions `from` to `to`, both included. */
export function useQueue(project: string, filter: QueueFilter, from: number, to: number): Queue {
  const first = useQuery({
    ...trpc.queue.window.queryOptions({ project, filter, offset: 0, limit: PAGE }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const { asOf, total = 0 } = first.data ?? {};
  const last = Math.min(to, total - 1);
  const numbers = Array.from(
    { length: Math.max(0, Math.floor(last / PAGE) - Math.floor(from / PAGE) + 1) },
    (_, index) => Math.floor(from / PAGE) + index,
  ).filter((page) => page > 0);
  const pages = useQueries({
    queries: numbers.map((page) => ({
      ...trpc.queue.window.queryOptions({ project, filter, asOf, offset: page * PAGE, limit: PAGE }),
      enabled: asOf !== undefined,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    })),
  });
  const loaded = new Map(numbers.map((page, index) => [page, pages[index]?.data?.items]));
  // A page that was loaded before is shown while one scrolls over it, without asking for it again.
  const kept = (page: number) =>
    queryClient.getQueryData(
      trpc.queue.window.queryOptions({ project, filter, asOf, offset: page * PAGE, limit: PAGE }).queryKey,
    )?.items;
  return {
    status: first.isSuccess ? "ready" : first.isError ? "failed" : "loading",
    total,
    asOf,
    itemAt: (position) => {
      const page = Math.floor(position / PAGE);
      const items = page === 0 ? first.data?.items : (loaded.get(page) ?? kept(page));
      return items?.[position - page * PAGE];
    },
    retry: () => void first.refetch(),
    error: first.error,
  };
}
