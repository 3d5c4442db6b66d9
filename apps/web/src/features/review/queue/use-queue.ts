import type { QueueFilter, QueueItem } from "@spanbridge/shared/contracts";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { queryClient, trpc } from "../../../app/trpc.ts";

const PAGE = 100;

/** The filtered queue as far as it is loaded. Positions stay put while one works: they are as of the first page. */
export type QueueSummary = {
  readonly status: "loading" | "ready" | "failed";
  readonly total: number;
  readonly asOf: string | undefined;
  readonly retry: () => void;
  readonly error: unknown;
};

export type Queue = QueueSummary & {
  /** The same object until one of these changes. */
  readonly summary: QueueSummary;
  /** Undefined while its page is on the way. */
  readonly itemAt: (position: number) => QueueItem | undefined;
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
  const [firstPage, lastPage] = [Math.floor(from / PAGE), Math.floor(last / PAGE)];
  const numbers = useMemo(
    () =>
      Array.from({ length: Math.max(0, lastPage - firstPage + 1) }, (_, index) => firstPage + index).filter(
        (page) => page > 0,
      ),
    [firstPage, lastPage],
  );
  const pages = useQueries({
    queries: numbers.map((page) => ({
      ...trpc.queue.window.queryOptions({ project, filter, asOf, offset: page * PAGE, limit: PAGE }),
      enabled: asOf !== undefined,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    })),
    combine: itemsOf,
  });
  const itemAt = useMemo(() => {
    const loaded = new Map<number, readonly QueueItem[] | undefined>([
      ...numbers.map((page, index) => [page, pages[index]] as const),
      [0, first.data?.items],
    ]);
    // A page that was loaded before is shown while one scrolls over it, without asking for it again.
    const kept = (page: number) =>
      queryClient.getQueryData(
        trpc.queue.window.queryOptions({ project, filter, asOf, offset: page * PAGE, limit: PAGE }).queryKey,
      )?.items;
    return (position: number): QueueItem | undefined => {
      const page = Math.floor(position / PAGE);
      // Every row asks with every turn of the wheel.
      if (!loaded.get(page)) loaded.set(page, kept(page) ?? []);
      return loaded.get(page)?.[position - page * PAGE];
    };
  }, [project, filter, asOf, first.data, pages, numbers]);
  const { refetch, error } = first;
  const status = first.isSuccess ? "ready" : first.isError ? "failed" : "loading";
  const summary = useMemo(
    (): QueueSummary => ({ status, total, asOf, retry: () => void refetch(), error }),
    [status, total, asOf, refetch, error],
  );
  return { ...summary, summary, itemAt };
}

const itemsOf = (
  pages: readonly { readonly data?: { readonly items: readonly QueueItem[] } | undefined }[],
) => pages.map(({ data }) => data?.items);
