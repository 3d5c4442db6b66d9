import type pg from "pg";
import { PgBoss } from "pg-boss";
import type { Log } from "./log.ts";

/** Projection runs, and searches in Wikipedia. */
export type JobQueue = "projection-run" | "wikipedia-build";
const QUEUES: readonly JobQueue[] = ["projection-run", "wikipedia-build"];
/** Of looks at jobs on somebody else's machines: each look tells when the next one is due. */
const FINE_TUNING = "fine-tuning";
/** A worker that says nothing for so long is taken for dead, and its job goes to another. */
const HEARTBEAT_SECONDS = 30;

/** Answers after how many seconds to look again; null: it is over. */
export type LookHandler = (id: string, signal: AbortSignal) => Promise<number | null>;
/** `id`: of the run or search. */
export type JobHandler = (id: string, signal: AbortSignal) => Promise<void>;

/**
 * Tells workers, here and on other machines, that there is something to do. Jobs say no more than that: what is
 * done and what is left stands in rows of its own, so that a job that comes twice or too late does no harm.
 */
export class Jobs {
  readonly #pool: pg.Pool;
  readonly #log: Log;
  #boss: Promise<PgBoss> | undefined;

  constructor(pool: pg.Pool, log: Log) {
    this.#pool = pool;
    this.#log = log;
  }

  /** @param workers how many workers should look, at most. */
  async send(id: string, workers: number, queue: JobQueue = "projection-run"): Promise<void> {
    const boss = await this.#started();
    await boss.insert(
      queue,
      Array.from({ length: workers }, () => ({ data: { runId: id } })),
    );
  }

  async work(handler: JobHandler, workers: number, queue: JobQueue = "projection-run"): Promise<void> {
    const boss = await this.#started();
    await boss.work<{ runId: string }>(
      queue,
      { localConcurrency: workers, pollingIntervalSeconds: 0.5, batchSize: 1 },
      async (jobs) => {
        for (const { data, signal } of jobs) await handler(data.runId, signal);
      },
    );
  }

  /**
   * Has somebody look at a fine-tuning, after a while or at once. However often it is called, no more than one look is
   * waiting for each.
   */
  async look(id: string, seconds: number): Promise<void> {
    const boss = await this.#started();
    const singletonKey = seconds === 0 ? `${id} now` : id;
    await boss.send(FINE_TUNING, { id }, { singletonKey, startAfter: Math.ceil(seconds) });
  }

  async lookAt(handler: LookHandler): Promise<void> {
    const boss = await this.#started();
    await boss.work<{ id: string }>(
      FINE_TUNING,
      { localConcurrency: 2, pollingIntervalSeconds: 0.5, batchSize: 1 },
      async (jobs) => {
        for (const { data, signal } of jobs) {
          const seconds = await handler(data.id, signal);
          if (seconds !== null) await this.look(data.id, Math.max(1, seconds));
        }
      },
    );
  }

  async stop(): Promise<void> {
    const starting = this.#boss;
    this.#boss = undefined;
    await (await starting)?.stop({ graceful: true, timeout: 10_000, close: false });
  }

  #started(): Promise<PgBoss> {
    this.#boss ??= this.#start();
    return this.#boss;
  }

  async #start(): Promise<PgBoss> {
    const boss = new PgBoss({
      db: {
        executeSql: async (text, values) =>
          this.#pool.query(text, values === undefined ? undefined : [...values]),
      },
      schedule: false,
      registerInstance: false,
    });
    boss.on("error", (error) => this.#log.warn({ error: error.message }, "the queue of jobs has a problem"));
    await boss.start();
    // Tries again for as long as the run lasts: a job that finds nothing to do ends at once.
    for (const queue of QUEUES) {
      await boss.createQueue(queue, {
        retryLimit: 1000,
        retryDelay: 1,
        expireInSeconds: 23 * 3600,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        deleteAfterSeconds: 3600,
      });
    }
    await boss.createQueue(FINE_TUNING, {
      policy: "short",
      retryLimit: 1000,
      retryDelay: 5,
      expireInSeconds: 3 * 3600,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      deleteAfterSeconds: 3600,
    });
    return boss;
  }
}
