import type { ComparisonDrill, openComparisonSchema, SegmentList } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { numbersOnlyIn } from "../db/evaluation-rows.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { makeList } from "../lists/make.ts";
import { accessTo } from "../projects/access.ts";
import { isDifference } from "./agreement.ts";
import { type Compared, type ComparedSegment, compareSegments, findCompared } from "./layers.ts";

/** Keeps the segments behind a count of a comparison as a list. */
export async function openComparison(
  app: App,
  actor: Actor,
  { project, a, b, drill }: z.output<typeof openComparisonSchema>,
  signal: AbortSignal,
): Promise<SegmentList> {
  const access = await accessTo(app, actor, project, "read");
  const { layers, items, numbers } = await inTransaction(
    app.db.streams,
    async (tx) => {
      const layers = await findCompared(tx, access, { a, b });
      return { layers, ...(await behind(tx, access.id, layers, drill, signal)) };
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
  return makeList(app.db.pool, {
    projectId: access.id,
    numbers,
    origin: { kind: "comparison", layers: { a, b }, drill, items },
    hidden: layers.a.hidden || layers.b.hidden,
    userId: actor.userId,
  });
}

type Behind = { readonly items: number; readonly numbers: readonly number[] };

async function behind(
  tx: Tx,
  projectId: string,
  layers: Compared,
  drill: ComparisonDrill,
  signal: AbortSignal,
): Promise<Behind> {
  if (drill.kind === "segments" && drill.of !== "different") {
    const numbers =
      drill.of === "only_a"
        ? await numbersOnlyIn(tx, projectId, layers.a, layers.b)
        : await numbersOnlyIn(tx, projectId, layers.b, layers.a);
    return { items: numbers.length, numbers };
  }
  const numbers: number[] = [];
  let items = 0;
  for await (const segment of compareSegments(tx, projectId, layers, signal)) {
    const count = itemsIn(segment, drill);
    if (count > 0) numbers.push(segment.number);
    items += count;
  }
  return { items, numbers };
}

function itemsIn({ agreements }: ComparedSegment, drill: ComparisonDrill): number {
  if (drill.kind === "segments") return agreements.some(isDifference) ? 1 : 0;
  return agreements.filter(
    ({ kind, label }) => kind === drill.of && (drill.label === null || label === drill.label),
  ).length;
}
