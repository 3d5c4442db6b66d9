import { parentPort, workerData } from "node:worker_threads";
import { createOfflineEngine, type OfflineSegment, readWeights } from "@spanbridge/projection";
import type { ThreadSetup } from "./threads.ts";

const { batch, resources, settings, weights }: ThreadSetup = workerData;
const project = createOfflineEngine(resources, settings).learn(batch);
const projectOwn = weights
  ? createOfflineEngine(resources, { ...settings, weights: readWeights(weights.stored) }).learn(batch)
  : project;

parentPort?.on("message", (part: readonly OfflineSegment[]) => {
  parentPort?.postMessage(
    part.flatMap((segment) => (segment.sourceLang === weights?.language ? projectOwn : project)([segment])),
  );
});
