import type { Jobs } from "./db/jobs.ts";
import type { Log } from "./db/log.ts";
import type { Database } from "./db/open.ts";
import type { RunningEvaluations } from "./evaluation/running.ts";
import type { RunningImports } from "./import/running.ts";
import type { QueueLists } from "./queue/lists.ts";

/** What every use case works with; put together once, in main.ts or by the command line. */
export type App = {
  readonly db: Database;
  readonly log: Log;
  readonly version: string;
  readonly now: () => Date;
  readonly queueLists: QueueLists;
  readonly imports: RunningImports;
  /** Tells workers of runs. */
  readonly jobs: Jobs;
  readonly evaluations: RunningEvaluations;
};
