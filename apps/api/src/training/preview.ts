import type { TrainingPreview, trainingRequestSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { inTransaction } from "../db/transaction.ts";
import { snapshotFor } from "../snapshots/access.ts";
import { builderFor, linesOf } from "./build.ts";
import { ENCODING } from "./tokens.ts";

/** Lines shown before the download. */
const FIRST = 3;

/** What the training data of a snapshot would be: counts, tokens, what is left out and why, and the first lines. */
export async function previewTraining(
  app: App,
  actor: Actor,
  { options, ...ref }: z.output<typeof trainingRequestSchema>,
): Promise<TrainingPreview> {
  const { snapshot } = await snapshotFor(app, actor, ref);
  const builder = await builderFor(snapshot, options);
  const first: string[] = [];
  await inTransaction(app.db.streams, async (tx) => {
    for await (const made of linesOf(tx, snapshot, builder, ["train", "dev"])) {
      for (const { part, line } of made) if (part === "train" && first.length < FIRST) first.push(line);
    }
  });
  return { ...builder.report(), encoding: ENCODING, first };
}
