import { drillSchema } from "@spanbridge/shared/contracts";
import { notFound } from "@tanstack/react-router";
import type { EvaluationSearch } from "../../app/search.ts";
import { queryClient, trpc, trpcClient } from "../../app/trpc.ts";
import { choiceOf, optionsOf } from "./choice.ts";
import { parsedFigure, walkThrough } from "./walk-through.ts";

/** The address behind a figure: has its segments kept as a list and goes on to the first of them that is to be looked at. */
export async function openFigure(
  project: string,
  search: EvaluationSearch & { readonly figure?: string | undefined },
  signal: AbortSignal,
): Promise<never> {
  const { layers } = await queryClient.ensureQueryData(trpc.projects.get.queryOptions({ project }));
  const choice = choiceOf(layers, search);
  const drill = drillSchema.safeParse(parsedFigure(search.figure));
  if (!choice || !drill.success) throw notFound();
  const list = await trpcClient.evaluation.open.mutate(
    { project, options: optionsOf(choice), drill: drill.data },
    { signal, context: { alone: true } },
  );
  return walkThrough(project, list);
}
