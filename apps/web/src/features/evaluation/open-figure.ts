import { drillSchema } from "@spanbridge/shared/contracts";
import { notFound, redirect } from "@tanstack/react-router";
import type { EvaluationSearch } from "../../app/search.ts";
import { queryClient, trpc, trpcClient } from "../../app/trpc.ts";
import { choiceOf, optionsOf } from "./choice.ts";

/** The address behind a figure: has its segments kept as a list and goes on to the first of them that is to be looked at. */
export async function openFigure(
  project: string,
  search: EvaluationSearch & { readonly figure?: string | undefined },
  signal: AbortSignal,
): Promise<never> {
  const { layers } = await queryClient.ensureQueryData(trpc.projects.get.queryOptions({ project }));
  const choice = choiceOf(layers, search);
  const drill = drillSchema.safeParse(parsed(search.figure));
  if (!choice || !drill.success) throw notFound();
  const list = await trpcClient.evaluation.open.mutate(
    { project, options: optionsOf(choice), drill: drill.data },
    { signal, context: { alone: true } },
  );
  queryClient.setQueryData(trpc.lists.get.queryKey({ project, list: list.id }), list);
  // In the order of the text, as the list is: its first segment is where to begin.
  const queue = { list: list.id, order: "number" as const };
  throw list.start === null
    ? redirect({
        to: "/projects/$project/review",
        params: { project },
        search: queue,
        replace: true,
      })
    : redirect({
        to: "/projects/$project/review/$segment",
        params: { project, segment: list.start },
        search: queue,
        replace: true,
      });
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
