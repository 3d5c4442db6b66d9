import { parentPort, workerData } from "node:worker_threads";
import { createOfflineEngine } from "@spanbridge/projection";
import type { ThreadTask } from "./threads.ts";

const { segments, batch, resources, settings }: ThreadTask = workerData;
parentPort?.postMessage(createOfflineEngine(resources, settings).project(segments, batch));
