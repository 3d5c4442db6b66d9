import {
  addProjections,
  keepHuman,
  type OfflineSettings,
  type ProjectedAnnotation,
  segmentsOf,
  shippedWords,
} from "@spanbridge/projection";
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
import { projectInThreads, threadsFor } from "../../offline/threads.ts";
import { adaptInThread } from "./adapt.ts";
import { engineLanguage } from "./engine-language.ts";
import { keepLearnt, teachingFor } from "./teaching.ts";

type Job = {
  readonly app: App;
  readonly run: RunWork;
  readonly config: Extract<RunConfig, { engine: "offline" }>;
  readonly worker: number;
  readonly signal: AbortSignal;
};

/** Processors that a run of the engine leaves to people who work at the same time. */
const LEFT_TO_THE_SERVER = 1;
/** Accepted sentences that the engine learns words from, beside the segments it projects. */
const MOST_BACKGROUND = 20_000;

/**
 * Projects the segments of a run with the engine that needs no model, in threads of its own so that the server stays
 * responsive; what is done is kept as it comes. It begins from what people see, without what machines have placed: memory and corrections may know better.
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
  const settings = settingsFrom(conventions, await readLabels(app.db.pool, run.projectId));
  const background = (await acceptedPairs(app.db.pool, run.projectId)).map((pair) => ({
    ...pair,
    sourceLang: engineLanguage(pair.sourceLang, run.sourceLang),
  }));
  const items = states.map((state) => ({
    id: state.id,
    sourceLang: engineLanguage(state.sourceLang, run.sourceLang),
    annotation: keepHuman(state.annotation),
  }));
  const words = await shippedWords([run.sourceLang, ...items.map(({ sourceLang }) => sourceLang)]);
  const adapted =
    teaching &&
    (await adaptInThread(
      {
        reviewed: teaching.reviewed,
        language: run.sourceLang,
        resources: { memory: teaching.memory, background, words },
        settings,
      },
      signal,
    ));
  if (teaching && adapted) await keepLearnt(app.db.pool, run.projectId, teaching, adapted, app.now());
  const stored = adapted && adapted.after > adapted.before ? adapted.weights : weights;
  const answers = projectInThreads(
    segmentsOf(items),
    {
      resources: { memory: await readPairs(app.db.pool, run.projectId), background, words },
      settings,
      weights: stored && { language: run.sourceLang, stored },
    },
    { threads: threadsFor(items.length, LEFT_TO_THE_SERVER), signal },
  );
  let at = 0;
  for await (const answer of answers) {
    if (signal.aborted) return;
    const part = states.slice(at, at + answer.length);
    const projected = addProjections(items.slice(at, at + answer.length), answer, `run:${run.name}`);
    at += answer.length;
    await inTransaction(
      app.db,
      async (tx) => {
        for (const [index, state] of part.entries()) {
          const result = projected[index];
          if (result) await saveRunResult(tx, toResult(run, state, result));
        }
        const ids = part.map(({ id }) => id);
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
): Partial<Omit<OfflineSettings, "weights">> {
  const has = labels.some(({ name }) => name === placeLabel);
  const regions = countries === "auto" ? undefined : countries === "place" ? "place" : "copy";
  return { ...others, placeLabel, threshold, regions: has ? regions : "copy" };
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
