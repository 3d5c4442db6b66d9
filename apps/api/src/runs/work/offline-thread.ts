import { parentPort, workerData } from "node:worker_threads";
import {
  type AnnotationToProject,
  adaptWeights,
  createOfflineEngine,
  type OfflineResources,
  type OfflineSettings,
  offlineDefaults,
  type ProjectedAnnotation,
  projectAnnotations,
  readWeights,
  type StoredWeights,
  storeWeights,
} from "@spanbridge/projection";
import type { Teaching } from "./teaching.ts";

/** What the thread is started with. The engine learns from the whole batch, so it gets it whole. */
export type OfflineTask = {
  readonly items: readonly AnnotationToProject[];
  readonly resources: OfflineResources;
  readonly settings: Partial<Omit<OfflineSettings, "weights">>;
  /** Of the source. */
  readonly language: string;
  /** The project's own; the shipped ones where there are none. */
  readonly weights: StoredWeights | undefined;
  /** To be learnt from first. */
  readonly teaching: Teaching | undefined;
  readonly ref: string;
};

export type OfflineAnswer = {
  readonly projected: readonly ProjectedAnnotation[];
  readonly adapted:
    | { readonly weights: StoredWeights; readonly before: number; readonly after: number }
    | undefined;
};

const task: OfflineTask = workerData;

function adapt({ teaching, language, resources, settings }: OfflineTask): OfflineAnswer["adapted"] {
  if (!teaching) return undefined;
  const own = { ...resources, memory: teaching.memory };
  const { weights, before, after } = adaptWeights(teaching.reviewed, language, own, {
    ...offlineDefaults,
    ...settings,
  });
  return { weights: storeWeights(weights), before, after };
}

const adapted = adapt(task);
const chosen = adapted && adapted.after > adapted.before ? adapted.weights : task.weights;
const engine = createOfflineEngine(task.resources, {
  ...task.settings,
  ...(chosen && { weights: readWeights(chosen) }),
});
const answer: OfflineAnswer = { projected: projectAnnotations(engine, task.items, task.ref), adapted };
parentPort?.postMessage(answer);
