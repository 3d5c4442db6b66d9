import { TrainingBuilder, type TrainingPart } from "@spanbridge/dataset";
import type { TrainingOptions } from "@spanbridge/shared/contracts";
import type { Tx } from "../db/transaction.ts";
import type { TrainingSource } from "./source.ts";
import { loadTokenCounter } from "./tokens.ts";

/** Makes training data of a source. `part` receives the lines of each segment for the file they belong to. */
export async function builderFor(
  { project, labels, layer, divided }: TrainingSource,
  options: TrainingOptions,
): Promise<TrainingBuilder> {
  return new TrainingBuilder({
    options,
    acceptedOnly: options.acceptedOnly ?? layer === "review",
    divided,
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
  source: TrainingSource,
  builder: TrainingBuilder,
  wanted: readonly TrainingPart[],
): AsyncGenerator<readonly { readonly part: TrainingPart; readonly line: string }[]> {
  for await (const records of source.read(tx)) {
    yield records.flatMap(({ record, machine, split }) => {
      const { annotation, sourceLang } = record;
      const segment = { annotation, sourceLang, machine: machine?.annotation ?? null, split };
      const part = builder.partOf(segment);
      if (!part || !wanted.includes(part)) return [];
      return builder.lines(segment, part).map((line) => ({ part, line }));
    });
  }
}
