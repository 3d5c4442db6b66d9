import { comparisonDrillSchema } from "@spanbridge/shared/contracts";
import { notFound } from "@tanstack/react-router";
import type { ComparisonSearch } from "../../../app/search.ts";
import { queryClient, trpc, trpcClient } from "../../../app/trpc.ts";
import { parsedFigure, walkThrough } from "../walk-through.ts";
import { comparisonOf } from "./choice.ts";

/** The address behind a count of a comparison. */
export async function openCount(
  project: string,
  search: ComparisonSearch & { readonly figure?: string | undefined },
  signal: AbortSignal,
): Promise<never> {
  const { layers } = await queryClient.ensureQueryData(trpc.projects.get.queryOptions({ project }));
  const choice = comparisonOf(layers, search);
  const drill = comparisonDrillSchema.safeParse(parsedFigure(search.figure));
  if (!choice || !drill.success) throw notFound();
  const list = await trpcClient.runs.openComparison.mutate(
    { project, a: choice.a, b: choice.b, drill: drill.data },
    { signal, context: { alone: true } },
  );
  return walkThrough(project, list);
}
