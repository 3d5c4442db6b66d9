import { parentPort, workerData } from "node:worker_threads";
import {
  type AnnotationToProject,
  createOfflineEngine,
  type OfflineResources,
  projectAnnotations,
} from "@spanbridge/projection";

/** What the thread is started with. The engine learns from the whole batch, so it gets it whole. */
export type OfflineTask = {
  readonly items: readonly AnnotationToProject[];
  readonly resources: OfflineResources;
  readonly ref: string;
};

const task: OfflineTask = workerData;
parentPort?.postMessage(projectAnnotations(createOfflineEngine(task.resources), task.items, task.ref));
