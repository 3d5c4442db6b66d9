import { Worker } from "node:worker_threads";
import { keepHuman, type ProjectedAnnotation } from "@spanbridge/projection";
import {
  type Conventions,
  conventionsSchema,
  type RecordedSignal,
  type RunConfig,
} from "@spanbridge/shared/contracts";
import type { App } from "../../app.ts";
import { refreshDigests } from "../../db/digests.ts";
import { readLabels } from "../../db/labels.ts";
import { languageOf } from "../../db/language.ts";
import { readPairs } from "../../db/memory.ts";
import { sharedLock } from "../../db/project-lock.ts";
import { saveRunResult } from "../../db/run-results.ts";
import { claimSegments, failSegment } from "../../db/run-segments.ts";
import type { RunWork } from "../../db/runs.ts";
import { readSegmentState, type SegmentState } from "../../db/segment-state.ts";
import { inTransaction, type Querier } from "../../db/transaction.ts";
import { engineLanguage } from "./engine-language.ts";
import type { OfflineAnswer, OfflineTask } from "./offline-thread.ts";
import { keepLearnt, teachingFor } from "./teaching.ts";

type Job = {
  readonly app: App;
  readonly run: RunWork;
  readonly config: Extract<RunConfig, { engine: "offline" }>;
  readonly worker: number;
  readonly signal: AbortSignal;
};

/** Results are written in batches of so many, so that progress is seen and a stop does not wait. */
const BATCH = 100;
/** Accepted sentences that the engine learns words from, beside the segments it projects. */
const MOST_BACKGROUND = 20_000;

/**
 * Projects the segments of a run with the engine that needs no model, in a thread of its own so that the server stays
 * responsive. It begins from what people see, without what machines have placed: memory and corrections may know better.
 */
export async function workOnOffline({ app, run, config, worker, signal }: Job): Promise<void> {
  const claimed = await inTransaction(app.db, (tx) =>
    claimSegments(tx, run.id, worker, { most: 1_000_000, count: 1_000_000 }),
  );
  const states: SegmentState[] = [];
  for (const { number, segmentId } of claimed) {
    if (signal.aborted) return;
    const state = await readSegmentState(app.db.pool, run.projectId, number);
    const reason = state ? unfit(state) : "The segment is gone.";
    if (state && reason === undefined) states.push(state);
    else await failSegment(app.db.pool, { runId: run.id, segmentId }, reason ?? "");
  }
  if (states.length === 0) return;
  const conventions = conventionsSchema.parse(config.conventions ?? {});
  const { weights, teaching } =
    config.learn === false
      ? { weights: undefined, teaching: undefined }
      : await teachingFor(app.db.pool, run, conventions);
  const { projected, adapted } = await inThread(
    {
      settings: settingsFrom(conventions, await readLabels(app.db.pool, run.projectId)),
      weights,
      teaching,
      language: run.sourceLang,
      items: states.map((state) => ({
        id: state.id,
        sourceLang: engineLanguage(state.sourceLang, run.sourceLang),
        annotation: keepHuman(state.annotation),
      })),
      memory: await readPairs(app.db.pool, run.projectId),
      background: (await acceptedPairs(app.db.pool, run.projectId)).map(({ sourceLang, ...pair }) => ({
        ...pair,
        sourceLang: engineLanguage(sourceLang, run.sourceLang),
      })),
      ref: `run:${run.name}`,
    },
    signal,
  );
  if (teaching && adapted) await keepLearnt(app.db.pool, run.projectId, teaching, adapted, app.now());
  for (let at = 0; at < states.length && !signal.aborted; at += BATCH) {
    await inTransaction(
      app.db,
      async (tx) => {
        for (let index = at; index < Math.min(at + BATCH, states.length); index++) {
          const [state, result] = [states[index], projected[index]];
          if (state && result) await saveRunResult(tx, toResult(run, state, result));
        }
        const ids = states.slice(at, at + BATCH).map(({ id }) => id);
        await refreshDigests(tx, run.projectId, ids);
      },
      ["BEGIN", sharedLock(run.projectId, "labels")].join(";"),
    );
  }
}

/** A sentence without names is fit: there is nothing to place in it. */
function unfit({ annotation }: SegmentState): string | undefined {
  return annotation.pivotText === ""
    ? "The segment has no translation; the offline engine needs one."
    : undefined;
}

const toResult = (
  run: RunWork,
  state: SegmentState,
  { annotation, signals, placed, unplaced }: ProjectedAnnotation,
) => ({
  runId: run.id,
  layerId: run.layerId,
  segmentId: state.id,
  author: `run:${run.name}`,
  annotation,
  importedPivotText: state.importedPivotText,
  signals: signals.map(({ kind, entity, message }): RecordedSignal => ({ kind, span: entity, message })),
  unplacedAnswers: [],
  placed,
  unplaced,
});

/** A label that the project does not have (any more) is not given: countries are then labelled as in the translation. */
function settingsFrom(
  { countries, placeLabel, threshold, ...others }: Conventions,
  labels: readonly { readonly name: string }[],
): OfflineTask["settings"] {
  const has = labels.some(({ name }) => name === placeLabel);
  const regions = countries === "auto" ? undefined : countries === "place" ? "place" : "copy";
  return { ...others, placeLabel, threshold, regions: has ? regions : "copy" };
}

function inThread(task: OfflineTask, signal: AbortSignal): Promise<OfflineAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("offline-thread.ts", import.meta.url), { workerData: task });
    const stop = (): void => void thread.terminate();
    signal.addEventListener("abort", stop, { once: true });
    thread.once("message", (answer: OfflineAnswer) => resolve(answer));
    thread.once("error", reject);
    thread.once("exit", () => {
      signal.removeEventListener("abort", stop);
      reject(new Error("the thread of the offline engine ended without a result"));
    });
  });
}

async function acceptedPairs(
  querier: Querier,
  projectId: string,
): Promise<{ pivot: string; source: string; sourceLang: string }[]> {
  const { rows } = await querier.query<{ pivot: string; source: string; sourceLang: string }>(
    `SELECT coalesce(r.text, s.pivot_text) AS pivot, s.source_text AS source, ${languageOf("$1")} AS "sourceLang"
     FROM segment s
     JOIN layer l ON l.project_id = s.project_id AND l.kind = 'review'
     JOIN annotation a ON a.segment_id = s.id AND a.layer_id = l.id
     LEFT JOIN pivot_revision r ON r.segment_id = s.id AND r.revision = a.pivot_revision
     WHERE s.project_id = $1 AND s.state = 'accepted' AND coalesce(r.text, s.pivot_text) <> ''
     ORDER BY s.number LIMIT ${MOST_BACKGROUND}`,
    [projectId],
  );
  return rows;
}
