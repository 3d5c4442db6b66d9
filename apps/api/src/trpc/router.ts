import { documents } from "./documents.ts";
import { evaluation, lists } from "./evaluation.ts";
import { exports } from "./exports.ts";
import { fineTuning } from "./fine-tuning.ts";
import { imports } from "./imports.ts";
import { router } from "./init.ts";
import { keys } from "./keys.ts";
import { members } from "./members.ts";
import { memory } from "./memory.ts";
import { projects } from "./projects.ts";
import { queue } from "./queue.ts";
import { review } from "./review.ts";
import { runs } from "./runs.ts";
import { samples } from "./samples.ts";
import { session } from "./session.ts";
import { snapshots } from "./snapshots.ts";
import { training } from "./training.ts";
import { wikipedia } from "./wikipedia.ts";

export const appRouter = router({
  session,
  projects,
  documents,
  samples,
  queue,
  review,
  runs,
  memory,
  wikipedia,
  imports,
  exports,
  evaluation,
  lists,
  snapshots,
  training,
  fineTuning,
  members,
  keys,
});

/** The only thing of the server that the web app imports, as a type. */
export type AppRouter = typeof appRouter;
export type { ClientError } from "./init.ts";
