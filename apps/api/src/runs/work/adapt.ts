import { Worker } from "node:worker_threads";
import type {
  OfflineResources,
  OfflineSettings,
  ReviewedSegment,
  StoredWeights,
} from "@spanbridge/projection";

export type AdaptTask = {
  readonly reviewed: readonly ReviewedSegment[];
  readonly language: string;
  readonly resources: OfflineResources;
  readonly settings: Partial<Omit<OfflineSettings, "weights">>;
};

export type Adapted = { readonly weights: StoredWeights; readonly before: number; readonly after: number };

/** `adaptWeights` in a thread of its own, so that the server stays responsive. Rejects when `signal` is aborted. */
export function adaptInThread(task: AdaptTask, signal: AbortSignal): Promise<Adapted> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("adapt-thread.ts", import.meta.url), { workerData: task });
    const stop = (): void => void thread.terminate();
    signal.addEventListener("abort", stop, { once: true });
    thread.once("message", (answer: Adapted) => resolve(answer));
    thread.once("error", reject);
    thread.once("exit", () => {
      signal.removeEventListener("abort", stop);
      reject(new Error("the thread that learns from a project ended without a result"));
    });
  });
}
