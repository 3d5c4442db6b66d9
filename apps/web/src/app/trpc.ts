import type { AppRouter } from "@spanbridge/api/router";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { noteAnswer } from "./connection.ts";
import { isTransient } from "./failure.ts";

const url = "/api/trpc";

/** For calls outside React. `context: { alone: true }` keeps a slow or abortable call out of the batch. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.context.alone === true,
      true: httpLink({ url }),
      false: httpBatchLink({ url, maxURLLength: 4000, maxItems: 20 }),
    }),
  ],
});

// Keys of tRPC begin with the procedure's path; other queries tell nothing about the session.
const isOurs = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  Array.isArray(queryKey[0]);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onSuccess: (_data, query) => isOurs(query) && noteAnswer(),
    onError: (error, query) => isOurs(query) && noteAnswer(error),
  }),
  mutationCache: new MutationCache({ onSuccess: () => noteAnswer(), onError: noteAnswer }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what may be gone the next time; what was refused is refused again.
      retry: (failures, error) => failures < 2 && isTransient(error),
      // The server is usually on this machine: the browser's idea of being online says nothing about it.
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** `useQuery(trpc.projects.list.queryOptions(...))`; also for loaders and `queryClient.setQueryData`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
