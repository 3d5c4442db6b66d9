import type { ComparedLayers } from "@spanbridge/shared/contracts";
import { type ComparisonSelection, readComparison } from "../db/evaluation-rows.ts";
import { type ExportLayer, findLayer } from "../db/export-rows.ts";
import type { Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import type { Access } from "../projects/access.ts";
import { type Agreement, agreementsOf } from "./agreement.ts";

export type Compared = { readonly a: ExportLayer; readonly b: ExportLayer };

/** The two layers. Fails where one is not there, may not be seen, or is not a machine's or a file's. */
export async function findCompared(tx: Tx, access: Access, { a, b }: ComparedLayers): Promise<Compared> {
  if (a === b) throw new AppError("invalid_input", "Choose two different layers to compare.");
  const layer = async (name: string): Promise<ExportLayer> => {
    const found = await findLayer(tx, access.id, name);
    if (!found || (found.hidden && !access.mayManage)) {
      throw new AppError("not_found", `"${access.name}" has no layer "${name}" that you may see.`);
    }
    if (found.kind === "review") {
      throw new AppError("invalid_input", "What people have decided is compared in an evaluation, not here.");
    }
    return found;
  };
  return { a: await layer(a), b: await layer(b) };
}

export type ComparedSegment = { readonly number: number; readonly agreements: readonly Agreement[] };

/** The segments that both layers have, in the project's order. */
export async function* compareSegments(
  tx: Tx,
  projectId: string,
  { a, b }: Compared,
  signal: AbortSignal,
): AsyncGenerator<ComparedSegment> {
  const selection: ComparisonSelection = {
    projectId,
    layers: [a, b],
    side: "source",
    states: [],
    documents: [],
    languages: [],
  };
  for await (const rows of readComparison(tx, selection)) {
    if (signal.aborted) throw new AppError("cancelled", "The comparison was cancelled.");
    for (const { number, gold, systems } of rows) {
      const [other] = systems;
      if (other) yield { number, agreements: agreementsOf(gold, other) };
    }
  }
}
