import type { EvaluationProgress } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";

/** How far an evaluation of this person's is; null where none of that id is running. */
export async function evaluationProgress(
  app: App,
  actor: Actor,
  { evaluationId }: { evaluationId: string },
): Promise<EvaluationProgress | null> {
  return app.evaluations.progressOf(evaluationId, actor.userId) ?? null;
}
