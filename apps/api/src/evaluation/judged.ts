import { digestOf, type QueueSignal, textOf } from "@spanbridge/shared";
import type { EvaluationOptions } from "@spanbridge/shared/contracts";
import { type ComparedRow, readComparison } from "../db/evaluation-rows.ts";
import type { Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { type Judgement, judge } from "./judge.ts";
import type { Selection } from "./selection.ts";

/** One segment with what each system did on it. */
export type Judged = {
  readonly row: ComparedRow;
  /** The text that spans of the compared side refer to. */
  readonly text: string;
  /** In the order of the systems; undefined where it cannot be compared. */
  readonly judgements: readonly (Judgement | undefined)[];
};

/** Every chosen segment, judged, in the project's order. Reads on as fast as it is consumed. */
export async function* judgeAll(
  tx: Tx,
  selection: Selection,
  { side, filter }: Pick<EvaluationOptions, "side" | "filter">,
  signal: AbortSignal,
): AsyncGenerator<readonly Judged[]> {
  const labels = new Set(filter.labels);
  const wanted = new Set<QueueSignal>(filter.signals);
  for await (const rows of readComparison(tx, selection)) {
    if (signal.aborted) throw new AppError("cancelled", "The evaluation was cancelled.");
    yield rows
      .filter((row) => wanted.size === 0 || hasSignal(row, wanted))
      .map((row) => ({
        row,
        text: textOf(row.gold, side),
        judgements: row.systems.map((_, system) => judge(row, system, { side, labels })),
      }));
  }
}

function hasSignal({ systems }: ComparedRow, wanted: ReadonlySet<QueueSignal>): boolean {
  const scored = systems[0];
  return scored ? digestOf(scored).signals.some((kind) => wanted.has(kind)) : false;
}
