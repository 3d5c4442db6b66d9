import {
  type FineTuning,
  type FineTuningEvent,
  type FineTuningSettings,
  type FineTuningState,
  fineTuningEventSchema,
  fineTuningSettingsSchema,
} from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import { z } from "zod";
import { now } from "./now.ts";
import type { Querier } from "./transaction.ts";

const eventsSchema = z.array(fineTuningEventSchema);

export type NewFineTuning = {
  readonly projectId: string;
  readonly snapshot: string;
  readonly settings: FineTuningSettings;
  readonly createdBy: string;
};

export async function insertFineTuning(querier: Querier, made: NewFineTuning): Promise<string> {
  const id = v7();
  await querier.query(
    `INSERT INTO fine_tuning (id, project_id, snapshot, settings, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, ${now})`,
    [id, made.projectId, made.snapshot, JSON.stringify(made.settings), made.createdBy],
  );
  return id;
}

type Row = {
  readonly id: string;
  readonly projectId: string;
  readonly snapshot: string;
  readonly settings: unknown;
  readonly state: FineTuningState;
  readonly error: string;
  readonly trouble: string;
  readonly attempts: number;
  readonly trainFile: string;
  readonly devFile: string;
  readonly job: string;
  readonly status: string;
  readonly model: string | null;
  readonly trainExamples: number;
  readonly devExamples: number;
  readonly trainedTokens: string | number | null;
  readonly events: unknown;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
};

const columns = `f.id, f.project_id AS "projectId", f.snapshot, f.settings, f.state, f.error, f.trouble, f.attempts,
  f.train_file AS "trainFile", f.dev_file AS "devFile", f.job, f.status, f.model, f.train_examples AS "trainExamples",
  f.dev_examples AS "devExamples", f.trained_tokens AS "trainedTokens", f.events, f.created_at AS "createdAt",
  f.ended_at AS "endedAt"`;

/** The fine-tunings of a project (or the one of this id), the newest first. */
export async function readFineTunings(
  querier: Querier,
  projectId: string,
  id?: string,
): Promise<FineTuning[]> {
  const { rows } = await querier.query<Row>(
    `SELECT ${columns}, coalesce(u.name, f.created_by) AS "createdBy"
     FROM fine_tuning f LEFT JOIN "user" u ON u.id = f.created_by
     WHERE f.project_id = $1 AND ($2::uuid IS NULL OR f.id = $2) ORDER BY f.created_at DESC, f.id DESC`,
    [projectId, id ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    snapshot: row.snapshot,
    settings: fineTuningSettingsSchema.parse(row.settings),
    state: row.state,
    error: row.error,
    trouble: row.trouble,
    job: row.job,
    status: row.status,
    model: row.model,
    examples: { train: row.trainExamples, dev: row.devExamples },
    trainedTokens: row.trainedTokens === null ? null : Number(row.trainedTokens),
    events: eventsSchema.parse(row.events),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}

/** What a worker has to know. */
export type FineTuningWork = Pick<
  Row,
  "id" | "projectId" | "snapshot" | "state" | "attempts" | "trainFile" | "devFile" | "job" | "createdBy"
> & {
  readonly settings: FineTuningSettings;
  readonly events: readonly FineTuningEvent[];
  readonly secondsOld: number;
};

export async function readFineTuningWork(querier: Querier, id: string): Promise<FineTuningWork | undefined> {
  const { rows } = await querier.query<Row & { secondsOld: number }>(
    `SELECT ${columns}, f.created_by AS "createdBy",
       extract(epoch FROM ${now} - f.created_at)::float8 AS "secondsOld" FROM fine_tuning f WHERE f.id = $1`,
    [id],
  );
  const [row] = rows;
  return (
    row && {
      ...row,
      settings: fineTuningSettingsSchema.parse(row.settings),
      events: eventsSchema.parse(row.events),
    }
  );
}

/** Ids of those that are not over. */
export async function unfinishedFineTunings(querier: Querier): Promise<string[]> {
  const { rows } = await querier.query<{ id: string }>(
    "SELECT id FROM fine_tuning WHERE state IN ('waiting', 'uploading', 'training', 'cancelling') ORDER BY created_at",
  );
  return rows.map(({ id }) => id);
}

/** Changes the state if it is one of `from`; says whether it was. */
export async function moveFineTuning(
  querier: Querier,
  id: string,
  from: readonly FineTuningState[],
  to: FineTuningState,
  error = "",
): Promise<boolean> {
  const { rowCount } = await querier.query(
    `UPDATE fine_tuning SET state = $3, error = $4, trouble = '', attempts = 0,
       ended_at = CASE WHEN $3 IN ('done', 'failed', 'cancelled') THEN ${now} ELSE NULL END
     WHERE id = $1 AND state = ANY($2::text[])`,
    [id, from, to, error],
  );
  return (rowCount ?? 0) > 0;
}

export type Learnt = {
  readonly trainFile: string;
  readonly devFile: string;
  readonly job: string;
  readonly status: string;
  readonly model: string | null;
  readonly trainExamples: number;
  readonly devExamples: number;
  readonly trainedTokens: number | null;
  readonly events: readonly FineTuningEvent[];
};

const learntColumns: { readonly [Key in keyof Learnt]: string } = {
  trainFile: "train_file",
  devFile: "dev_file",
  job: "job",
  status: "status",
  model: "model",
  trainExamples: "train_examples",
  devExamples: "dev_examples",
  trainedTokens: "trained_tokens",
  events: "events",
};
const isLearnt = (key: string): key is keyof Learnt => key in learntColumns;

/** Notes what the endpoint said; it does answer. */
export async function noteFineTuning(querier: Querier, id: string, learnt: Partial<Learnt>): Promise<void> {
  const entries = Object.entries(learnt).filter(([key]) => isLearnt(key));
  const sets = entries.map(([key], index) => `${isLearnt(key) ? learntColumns[key] : ""} = $${index + 2}`);
  const values = entries.map(([key, value]) => (key === "events" ? JSON.stringify(value) : value));
  await querier.query(
    `UPDATE fine_tuning SET ${[...sets, "trouble = ''", "attempts = 0"].join(", ")} WHERE id = $1`,
    [id, ...values],
  );
}

/** Notes that the endpoint could not be asked, and how often that has been so by now. */
export async function noteTrouble(querier: Querier, id: string, trouble: string): Promise<number> {
  const { rows } = await querier.query<{ attempts: number }>(
    "UPDATE fine_tuning SET trouble = $2, attempts = attempts + 1 WHERE id = $1 RETURNING attempts",
    [id, trouble],
  );
  return rows[0]?.attempts ?? 0;
}
