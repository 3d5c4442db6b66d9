import { Worker } from "node:worker_threads";
import {
  type Batch,
  batchOf,
  createOfflineEngine,
  type OfflineResources,
  type OfflineSegment,
  type OfflineSettings,
  type ProjectedSegment,
} from "@spanbridge/projection";

/** What a thread is given: its part of the segments, and what these take from all. */
export type ThreadTask = {
  readonly segments: readonly OfflineSegment[];
  readonly batch: Batch;
  readonly resources: OfflineResources;
  readonly settings: Partial<OfflineSettings>;
};

/**
 * The same as `createOfflineEngine(resources, settings).project(segments)`, spread over threads. The answer does not
 * depend on their number. Each learns the words anew, which is most of the work and takes its own memory: more than one is for
 * whoever asks. Rejects when a thread fails.
 */
export async function projectInThreads(
  segments: readonly OfflineSegment[],
  resources: OfflineResources,
  settings: Partial<OfflineSettings>,
  threads = 1,
): Promise<ProjectedSegment[]> {
  if (threads <= 1) return createOfflineEngine(resources, settings).project(segments);
  const batch = batchOf(segments, resources, settings);
  // The texts have the background in them already.
  const own = { ...resources, background: undefined };
  const parts = Array.from({ length: threads }, (_, index) =>
    segments.slice(
      Math.floor((index * segments.length) / threads),
      Math.floor(((index + 1) * segments.length) / threads),
    ),
  );
  const answers = await Promise.all(
    parts.map((part) => inThread({ segments: part, batch, resources: own, settings })),
  );
  return answers.flat();
}

function inThread(task: ThreadTask): Promise<ProjectedSegment[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("thread.ts", import.meta.url), { workerData: task });
    thread.once("message", (answer: ProjectedSegment[]) => resolve(answer));
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("a thread of the offline engine ended without a result")));
  });
}
