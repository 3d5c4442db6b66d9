import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  type Batch,
  batchOf,
  type OfflineResources,
  type OfflineSegment,
  type OfflineSettings,
  type ProjectedSegment,
  type StoredWeights,
} from "@spanbridge/projection";

export type EngineSetup = {
  readonly resources: OfflineResources;
  readonly settings: Partial<Omit<OfflineSettings, "weights">>;
  /** Learnt from segments of one language and used for that alone; the shipped ones are used for the others. */
  readonly weights?: { readonly language: string; readonly stored: StoredWeights } | undefined;
};

/** What a thread is started with: what segments take from all those they are projected with. */
export type ThreadSetup = EngineSetup & { readonly batch: Batch };

/** Segments a thread is given at a time. Two such parts are with each thread, so that none waits. */
const PART = 100;
const PARTS_AHEAD = 2;
/** From so many segments a further thread is worth what it costs: each learns the words anew, in memory of its own. */
const WORTH_A_THREAD = 5_000;
const MOST_THREADS = 4;

/** How many threads segments are spread over if nobody says; `spare` processors are left to others. */
export function threadsFor(segments: number, spare = 0): number {
  const processors = Math.min(MOST_THREADS, availableParallelism() - spare);
  return Math.max(1, Math.min(processors, Math.floor(segments / WORTH_A_THREAD)));
}

/**
 * Projects segments in threads, and yields them in their order, part by part, as soon as they are there: never more than a few
 * parts are held. The same as `createOfflineEngine(…).project(segments)`, whatever the number of threads. Throws when a
 * thread fails and when `signal` is aborted; the threads end with the caller's loop.
 */
export async function* projectInThreads(
  segments: readonly OfflineSegment[],
  setup: EngineSetup,
  {
    threads = threadsFor(segments.length),
    signal = new AbortController().signal,
    part: size = PART,
  }: { readonly threads?: number; readonly signal?: AbortSignal; readonly part?: number } = {},
): AsyncGenerator<ProjectedSegment[], void, void> {
  const batch = batchOf(segments, setup.resources, setup.settings);
  // The texts have the background in them already.
  const resources = { ...setup.resources, background: undefined };
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  const parts = Math.ceil(segments.length / size);
  const workers = Array.from(
    { length: Math.min(threads, parts) },
    () => new EngineThread({ ...setup, resources, batch }, ended),
  );
  const answers: Promise<ProjectedSegment[]>[] = [];
  const send = (part: number): void => {
    const answer = workers[part % workers.length]?.project(segments.slice(part * size, (part + 1) * size));
    // Whoever waits for it is told; until then it is not unhandled.
    answer?.catch(() => undefined);
    if (answer) answers.push(answer);
  };
  try {
    const ahead = workers.length * PARTS_AHEAD;
    for (let part = 0; part < Math.min(ahead, parts); part++) send(part);
    for (let part = 0; part < parts; part++) {
      const answer = await answers.shift();
      if (part + ahead < parts) send(part + ahead);
      if (answer) yield answer;
    }
  } finally {
    stop.abort();
  }
}

/** A thread that answers in the order it is asked. */
class EngineThread {
  readonly #thread: Worker;
  readonly #waiting: PromiseWithResolvers<ProjectedSegment[]>[] = [];
  #failure: unknown;

  constructor(setup: ThreadSetup, signal: AbortSignal) {
    this.#thread = new Worker(new URL("thread.ts", import.meta.url), { workerData: setup });
    this.#thread.on("message", (answer: ProjectedSegment[]) => this.#waiting.shift()?.resolve(answer));
    this.#thread.on("error", (error) => this.#fail(error));
    this.#thread.on("exit", () =>
      this.#fail(new Error("a thread of the offline engine ended without a result")),
    );
    const end = (): void => void this.#thread.terminate();
    if (signal.aborted) end();
    else void once(signal, "abort").then(end);
  }

  project(part: readonly OfflineSegment[]): Promise<ProjectedSegment[]> {
    const answer = Promise.withResolvers<ProjectedSegment[]>();
    if (this.#failure) answer.reject(this.#failure);
    else {
      this.#waiting.push(answer);
      this.#thread.postMessage(part);
    }
    return answer.promise;
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
