import { LEARNING_MINIMUM, type Learning } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { factsOf, readLearnt, reviewedMark } from "../db/learning.ts";
import { accessTo } from "../projects/access.ts";

/** How far the offline engine has learnt from this project's accepted segments. */
export async function readLearning(
  app: App,
  actor: Actor,
  { project }: { project: string },
): Promise<Learning> {
  const { id } = await accessTo(app, actor, project, "read");
  const { count } = await reviewedMark(app.db.pool, id);
  const learnt = await readLearnt(app.db.pool, id);
  return { accepted: count, minimum: LEARNING_MINIMUM, learnt: learnt ? factsOf(learnt) : null };
}
