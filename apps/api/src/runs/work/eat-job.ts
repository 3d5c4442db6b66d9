import {
  annotationOf,
  keepHuman,
  type PromptContext,
  projectSegment,
  segmentOf,
} from "@spanbridge/projection";
import { type Annotation, spanId } from "@spanbridge/shared";
import type { RunConfig } from "@spanbridge/shared/contracts";
import type { App } from "../../app.ts";
import { refreshDigests } from "../../db/digests.ts";
import { readLabels } from "../../db/labels.ts";
import { pairsFor, pairsIn } from "../../db/memory.ts";
import { sharedLock } from "../../db/project-lock.ts";
import { saveRunResult } from "../../db/run-results.ts";
import { type Claimed, claimSegments, failSegment } from "../../db/run-segments.ts";
import { moveRun, type RunWork } from "../../db/runs.ts";
import { readSegmentState } from "../../db/segment-state.ts";
import { readModelOrigins } from "../../db/settings.ts";
import { inTransaction } from "../../db/transaction.ts";
import { createCaller } from "../../language-model/caller.ts";
import { requireAllowed } from "../../language-model/endpoint.ts";
import { examplesOf } from "./examples.ts";
import { type InFlight, RecordedModel } from "./model.ts";

/** Lanes of one job; further ones are other jobs, which other machines may take. */
export const LANES = 8;

type EatConfig = Extract<RunConfig, { engine: "eat" }>;
type Job = {
  readonly app: App;
  readonly run: RunWork;
  readonly config: EatConfig;
  readonly worker: number;
  readonly signal: AbortSignal;
};

/** After so many failures in a row that no segment is to blame for, the run pauses: the next ones would fail alike. */
const PATIENCE = 5;
/** An endpoint that has not answered yet, after all the times a call is tried again, is none: the address or the key is wrong. */
const PATIENCE_AT_FIRST = 1;

/** Works on a run by a language model, several segments at a time, until nothing is left or somebody stops it. */
export async function workOnEat(job: Job): Promise<void> {
  const { app, run, config, signal } = job;
  requireAllowed(config.model, await readModelOrigins(app.db.pool));
  const call = createCaller(config.model);
  const examples = await examplesOf(app.db.pool, run.projectId, config.eat.exampleNumbers);
  const inFlight: InFlight = new Map();
  const labels = await readLabels(app.db.pool, run.projectId);
  const context: Omit<PromptContext, "names"> = {
    sourceLang: run.sourceLang,
    pivotLang: run.pivotLang,
    labels: labels.map(({ name, description }) => ({ name, description })),
    examples,
  };
  let inARow = 0;
  let answered = false;
  const lane = async (): Promise<void> => {
    while (!signal.aborted) {
      const [claimed] = await inTransaction(app.db, (tx) =>
        claimSegments(tx, run.id, job.worker, { most: config.concurrency, count: 1 }),
      );
      if (!claimed) return;
      const blameless = await workOnSegment(
        job,
        claimed,
        context,
        (place) => new RecordedModel(app.db.pool, call, config.model, place, inFlight, signal),
      );
      if (blameless === undefined) {
        inARow = 0;
        answered = true;
        continue;
      }
      inARow++;
      const patience = answered || blameless.kind === "rate_limited" ? PATIENCE : PATIENCE_AT_FIRST;
      if (inARow >= patience) {
        await moveRun(app.db.pool, run.id, ["running"], "paused", blameless.message);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, config.concurrency) }, lane));
}

type ModelOf = (place: ConstructorParameters<typeof RecordedModel>[3]) => RecordedModel;

type Blameless = { readonly kind: "rejected" | "unreachable" | "rate_limited"; readonly message: string };

/** Answers the reason where the segment failed for something that would hit every other one too. */
async function workOnSegment(
  { app, run, config, signal }: Job,
  { segmentId, number, again }: Claimed,
  context: Omit<PromptContext, "names">,
  modelOf: ModelOf,
): Promise<Blameless | undefined> {
  const place = { runId: run.id, segmentId, projectId: run.projectId, again };
  const fail = (reason: string): Promise<void> => failSegment(app.db.pool, place, reason);
  try {
    const state = await readSegmentState(app.db.pool, run.projectId, number);
    if (!state) {
      await fail("The segment is gone.");
      return undefined;
    }
    const { eat } = config;
    const segment = segmentOf(state.annotation, {
      translation: eat.keepTranslation,
      entities: eat.keepEntities,
    });
    const { pool } = app.db;
    const memory = {
      inSource: (text: string) => pairsIn(pool, run.projectId, text),
      byPivot: (names: readonly string[]) => pairsFor(pool, run.projectId, names),
    };
    const names = eat.memory ? await memory.inSource(segment.sourceText) : [];
    const model = modelOf(place);
    const found = await projectSegment(
      { model, memory },
      { ...context, sourceLang: state.sourceLang, names },
      segment,
      {
        mode: eat.mode,
        check: eat.check,
        newId: idsFor(state.annotation),
      },
    );
    if (!found.ok) {
      const { stage, kind, message } = found.error;
      if (kind === "cancelled" || signal.aborted) return undefined;
      await fail(`${stage}: ${message}`);
      return kind === "rejected" || kind === "unreachable" || kind === "rate_limited"
        ? { kind, message }
        : undefined;
    }
    await model.finish();
    const made = annotationOf(keepHuman(state.annotation), segment, found.value, `run:${run.name}`);
    const placed = found.value.entities.filter((entity) => entity.place !== undefined).length;
    await inTransaction(
      app.db,
      async (tx) => {
        const labels = new Set((await readLabels(tx, run.projectId)).map(({ name }) => name));
        const unknown = made.annotation.spans.find(({ label }) => !labels.has(label));
        if (unknown)
          return failSegment(tx, place, `The label ${unknown.label} was removed from the project meanwhile.`);
        await saveRunResult(tx, {
          ...place,
          layerId: run.layerId,
          author: `run:${run.name}`,
          annotation: made.annotation,
          importedPivotText: state.importedPivotText,
          signals: made.signals,
          unplacedAnswers: found.value.unplacedAnswers,
          placed,
          unplaced: found.value.entities.length - placed,
        });
        return refreshDigests(tx, run.projectId, [segmentId]);
      },
      ["BEGIN", sharedLock(run.projectId, "labels")].join(";"),
    );
    return undefined;
  } catch (error) {
    if (signal.aborted) return undefined;
    app.log.error({ err: error, run: run.name, segment: number }, "a segment of a run failed unexpectedly");
    await fail("Something went wrong here; it is in the server's log.");
    return undefined;
  }
}

/** Ids of recognised entities: e1, e2 …, but for those that what a person made has already. */
function idsFor({ spans }: Annotation): (index: number) => string {
  const taken = new Set<string>(
    spans.filter(({ provenance }) => provenance.origin === "human").map(({ id }) => id),
  );
  const free = function* (): Generator<string> {
    for (let number = 1; ; number++) if (!taken.has(spanId(`e${number}`))) yield `e${number}`;
  };
  const ids: string[] = [];
  const source = free();
  return (index) => {
    while (ids.length <= index) ids.push(source.next().value ?? "");
    return ids[index] ?? "";
  };
}
