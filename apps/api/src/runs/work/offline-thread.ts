import { parentPort, workerData } from "node:worker_threads";
import {
  type AnnotationToProject,
  adaptWeights,
  createOfflineEngine,
  type NamePair,
  type OfflineResources,
  type OfflineSettings,
  offlineDefaults,
  type ProjectedAnnotation,
  projectAnnotations,
  readWeights,
  type StoredWeights,
  shippedWords,
  storeWeights,
  type TextPair,
} from "@spanbridge/projection";
import type { Teaching } from "./teaching.ts";

/** What the thread is started with. The engine learns from the whole batch, so it gets it whole. */
export type OfflineTask = {
  readonly items: readonly AnnotationToProject[];
  readonly memory: readonly NamePair[];
  /** Sentences with their translations, beside those of `items`. */
  readonly background: readonly (TextPair & { readonly sourceLang: string })[];
  readonly settings: Partial<Omit<OfflineSettings, "weights">>;
  /** The project's: what is learnt is of it. */
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
const words = await shippedWords([task.language, ...task.items.map(({ sourceLang }) => sourceLang)]);

const resourcesIn = (language: string): OfflineResources => ({
  memory: task.memory,
  background: task.background.filter(({ sourceLang }) => sourceLang === language),
  words,
});

function adapt({ teaching, language, settings }: OfflineTask): OfflineAnswer["adapted"] {
  if (!teaching) return undefined;
  const own = { ...resourcesIn(language), memory: teaching.memory };
  const { weights, before, after } = adaptWeights(teaching.reviewed, language, own, {
    ...offlineDefaults,
    ...settings,
  });
  return { weights: storeWeights(weights), before, after };
}

const adapted = adapt(task);
const chosen = adapted && adapted.after > adapted.before ? adapted.weights : task.weights;

/** Each language with an engine of its own; the project's own weights are for its language. */
function project(): ProjectedAnnotation[] {
  const projected = new Map<string, ProjectedAnnotation>();
  for (const language of new Set(task.items.map(({ sourceLang }) => sourceLang))) {
    const engine = createOfflineEngine(resourcesIn(language), {
      ...task.settings,
      ...(chosen && language === task.language && { weights: readWeights(chosen) }),
    });
    const items = task.items.filter(({ sourceLang }) => sourceLang === language);
    const done = projectAnnotations(engine, items, task.ref);
    for (const [index, { id }] of items.entries()) {
      const one = done[index];
      if (one) projected.set(id, one);
    }
  }
  return task.items.flatMap(({ id }) => projected.get(id) ?? []);
}

parentPort?.postMessage({ projected: project(), adapted } satisfies OfflineAnswer);
