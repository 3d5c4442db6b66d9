import type { TrainingPreview, TrainingRequest } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { inTransaction } from "../db/transaction.ts";
import { accessTo } from "../projects/access.ts";
import { builderFor, linesOf } from "./build.ts";
import { AT_ONE_MOMENT, sourceFor } from "./source.ts";
import { ENCODING } from "./tokens.ts";

/** Lines shown before the download. */
const FIRST = 3;

/** What the training data would be: counts, tokens, what is left out and why, and the first lines. */
export async function previewTraining(
  app: App,
  actor: Actor,
  request: TrainingRequest,
): Promise<TrainingPreview> {
  const access = await accessTo(app, actor, request.project, "read");
  const first: string[] = [];
  const report = await inTransaction(
    app.db.streams,
    async (tx) => {
      const source = await sourceFor(tx, access, request);
      const builder = await builderFor(source, request.options);
      for await (const made of linesOf(tx, source, builder, ["train", "dev"])) {
        for (const { part, line } of made) if (part === "train" && first.length < FIRST) first.push(line);
      }
      return builder.report();
    },
    AT_ONE_MOMENT,
  );
  return { ...report, encoding: ENCODING, first };
}
