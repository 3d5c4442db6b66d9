import {
  applyAll,
  correctionTitle,
  TRANSACTION_VERSION,
  type Transaction,
  transactionId,
} from "@spanbridge/shared";
import type { applyIdenticalSchema, BatchResult } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { accessToChange } from "../projects/access.ts";
import { casesIn, policyFor } from "./identical.ts";
import { saveBatch } from "./save-batch.ts";

/**
 * Does a correction in every case of these segments that is identical now: what was found a moment ago and has changed
 * since is left as it is and named.
 */
export async function applyIdentical(
  app: App,
  actor: Actor,
  { project: slug, correction, numbers }: z.output<typeof applyIdenticalSchema>,
): Promise<BatchResult> {
  const project = await accessToChange(app, actor, slug, "review");
  const title = `In identical cases: ${correctionTitle(correction)}`;
  return saveBatch(app, actor, project, numbers, async (_, state) => {
    const edits = casesIn(state, correction, project, actor.userId).flatMap((found) => found.edits);
    const next = applyAll(state.annotation, edits, policyFor(project, state));
    if (edits.length === 0 || !next.ok) return undefined;
    const transaction: Transaction = {
      id: transactionId(v7()),
      version: TRANSACTION_VERSION,
      origin: "human",
      title,
      edits: [...edits],
    };
    return { transaction, annotation: next.value };
  });
}
