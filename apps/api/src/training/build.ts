import { TrainingBuilder, type TrainingPart } from "@spanbridge/dataset";
import type { TrainingOptions } from "@spanbridge/shared/contracts";
import { readFrozen } from "../db/snapshot-rows.ts";
import type { SnapshotRow } from "../db/snapshots.ts";
import type { Tx } from "../db/transaction.ts";
import { frozenOf } from "../snapshots/write.ts";
import { loadTokenCounter } from "./tokens.ts";

/** Makes training data of a snapshot. `part` receives the lines of each segment for the file they belong to. */
export async function builderFor(
  { manifest }: SnapshotRow,
  options: TrainingOptions,
): Promise<TrainingBuilder> {
  const { project, labels, plan, counts } = manifest;
  return new TrainingBuilder({
    options,
    acceptedOnly: options.acceptedOnly ?? plan.layer === "review",
    divided: counts.some(({ split }) => split !== null),
    tokens: await loadTokenCounter(),
    context: {
      sourceLang: project.sourceLang,
      pivotLang: project.pivotLang,
      labels: labels.map(({ name, description }) => ({ name, description })),
      examples: [],
      names: [],
    },
  });
}

/** The lines of one file, in the project's order, a few hundred segments at a time. */
export async function* linesOf(
  tx: Tx,
  snapshot: SnapshotRow,
  builder: TrainingBuilder,
  wanted: readonly TrainingPart[],
): AsyncGenerator<readonly { readonly part: TrainingPart; readonly line: string }[]> {
  for await (const records of readFrozen(tx, frozenOf(snapshot))) {
    yield records.flatMap(({ record, machine, split }) => {
      const segment = { annotation: record.annotation, machine: machine?.annotation ?? null, split };
      const part = builder.partOf(segment);
      if (!part || !wanted.includes(part)) return [];
      return builder.lines(segment, part).map((line) => ({ part, line }));
    });
  }
}
