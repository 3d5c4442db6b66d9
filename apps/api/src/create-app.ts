import type { App } from "./app.ts";
import { Jobs } from "./db/jobs.ts";
import type { Log } from "./db/log.ts";
import type { Database } from "./db/open.ts";
import { RunningEvaluations } from "./evaluation/running.ts";
import { RunningImports } from "./import/running.ts";
import { QueueLists } from "./queue/lists.ts";
import { version } from "./version.ts";

/** Puts together what the use cases work with. */
export const createApp = (db: Database, log: Log): App => ({
  db,
  log,
  version,
  now: () => new Date(),
  queueLists: new QueueLists(),
  imports: new RunningImports(),
  jobs: new Jobs(db.pool, log),
  evaluations: new RunningEvaluations(),
});
