import { parentPort, workerData } from "node:worker_threads";
import { adaptWeights, offlineDefaults, storeWeights } from "@spanbridge/projection";
import type { Adapted, AdaptTask } from "./adapt.ts";

const { reviewed, language, resources, settings }: AdaptTask = workerData;
const { weights, before, after } = adaptWeights(reviewed, language, resources, {
  ...offlineDefaults,
  ...settings,
});
parentPort?.postMessage({ weights: storeWeights(weights), before, after } satisfies Adapted);
