import {
  type Run,
  type RunConfig,
  type RunSelection,
  type RunState,
  runConfigSchema,
} from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import { moveTo, unfinished } from "./job-state.ts";
import { beginnings, isInLanguages } from "./language.ts";
import { ensureLayer } from "./layers.ts";
import { now } from "./now.ts";
import type { Querier, Tx } from "./transaction.ts";

export type NewRun = {
  readonly projectId: string;
  readonly name: string;
  readonly config: RunConfig;
  readonly test: boolean;
  readonly createdBy: string;
};

/** Name of the layer that holds a run's results. */
export const layerOfRun = (name: string): string => `run:${name}`;

export const isRunNameTaken = async (querier: Querier, projectId: string, name: string): Promise<boolean> => {
  const { rowCount } = await querier.query("SELECT 1 FROM layer WHERE project_id = $1 AND name = $2", [
    projectId,
    layerOfRun(name),
  ]);
  return (rowCount ?? 0) > 0;
};

/** Makes a run with its layer and the segments of its selection; answers its id and how many segments there are. */
export async function insertRun(
  tx: Tx,
  run: NewRun,
  selection: RunSelection,
): Promise<{ id: string; segments: number }> {
  const layerId = await ensureLayer(tx, run.projectId, {
    kind: "run",
    name: layerOfRun(run.name),
    hidden: false,
  });
  const id = v7();
  await tx.query(
    `INSERT INTO run (id, project_id, layer_id, name, engine, config, test, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${now})`,
    [
      id,
      run.projectId,
      layerId,
      run.name,
      run.config.engine,
      JSON.stringify(run.config),
      run.test,
      run.createdBy,
    ],
  );
  const { text, values } = selected(run.projectId, selection);
  const { rowCount } = await tx.query(
    `INSERT INTO run_segment (run_id, segment_id, updated_at) SELECT $${values.length + 1}, s.id, ${now} ${text}`,
    [...values, id],
  );
  return { id, segments: rowCount ?? 0 };
}

/** SQL of a selection from "FROM" on; `s` is the segment. */
export function selected(projectId: string, selection: RunSelection): { text: string; values: unknown[] } {
  const values: unknown[] = [projectId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const all = ["s.project_id = $1"];
  if (selection.numbers.length > 0) all.push(`s.number = ANY(${bind(selection.numbers)}::int[])`);
  if (selection.states.length > 0) all.push(`s.state = ANY(${bind(selection.states)}::text[])`);
  if (selection.documents.length > 0) {
    all.push(
      `s.document_id IN (SELECT id FROM document WHERE project_id = $1 AND name = ANY(${bind(selection.documents)}::text[]))`,
    );
  }
  if (selection.languages.length > 0) {
    all.push(isInLanguages("$1", `${bind(beginnings(selection.languages))}::text[]`));
  }
  const limit = selection.limit === null ? "" : ` ORDER BY s.number LIMIT ${bind(selection.limit)}`;
  return { text: `FROM segment s WHERE ${all.join(" AND ")}${limit}`, values };
}

type Row = {
  readonly id: string;
  readonly name: string;
  readonly state: RunState;
  readonly test: boolean;
  readonly config: unknown;
  readonly shown: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly error: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly working: number;
  readonly placed: number;
  readonly unplaced: number;
  readonly signalled: number;
  readonly paid: number;
  readonly reused: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number;
};

/** The runs of a project (or the one of this id), the newest first, with all their figures. */
export async function readRuns(querier: Querier, projectId: string, id?: string): Promise<Run[]> {
  const { rows } = await querier.query<Row>(
    `SELECT r.id, r.name, r.state, r.test, r.config, r.layer_id = ANY(p.shown_layer_ids) AS shown,
       coalesce(u.name, r.created_by) AS "createdBy", r.created_at AS "createdAt", r.started_at AS "startedAt",
       r.ended_at AS "endedAt", r.error, s.*, paid.*, coalesce(uses.count, 0) - paid.paid AS reused
     FROM run r JOIN project p ON p.id = r.project_id LEFT JOIN "user" u ON u.id = r.created_by
     CROSS JOIN LATERAL (
       SELECT count(*) AS total, count(*) FILTER (WHERE state = 'done') AS done,
         count(*) FILTER (WHERE state = 'failed') AS failed, count(*) FILTER (WHERE state = 'working') AS working,
         coalesce(sum(placed), 0) AS placed, coalesce(sum(unplaced), 0) AS unplaced,
         count(*) FILTER (WHERE signalled > 0) AS signalled
       FROM run_segment WHERE run_id = r.id) s
     CROSS JOIN LATERAL (
       SELECT count(*) AS paid, coalesce(sum(input_tokens), 0) AS "inputTokens",
         coalesce(sum(output_tokens), 0) AS "outputTokens", coalesce(sum(cost), 0) AS cost
       FROM exchange WHERE project_id = r.project_id AND paid_by = r.id) paid
     CROSS JOIN LATERAL (
       SELECT count(DISTINCT e.key) AS count FROM run_exchange e WHERE e.run_id = r.id) uses
     WHERE r.project_id = $1 AND ($2::uuid IS NULL OR r.id = $2) ORDER BY r.created_at DESC, r.id DESC`,
    [projectId, id ?? null],
  );
  return rows.map(toRun);
}

const toRun = (row: Row): Run => ({
  id: row.id,
  name: row.name,
  layer: layerOfRun(row.name),
  state: row.state,
  test: row.test,
  config: runConfigSchema.parse(row.config),
  shown: row.shown,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  error: row.error,
  segments: { total: row.total, done: row.done, failed: row.failed, working: row.working },
  entities: { placed: Number(row.placed), unplaced: Number(row.unplaced) },
  signalled: row.signalled,
  calls: {
    paid: row.paid,
    reused: Math.max(0, row.reused),
    inputTokens: Number(row.inputTokens),
    outputTokens: Number(row.outputTokens),
    cost: row.cost,
  },
});

export type RunWork = {
  readonly id: string;
  readonly projectId: string;
  readonly layerId: string;
  readonly name: string;
  readonly state: RunState;
  readonly config: RunConfig;
  readonly sourceLang: string;
  readonly pivotLang: string;
};

/** What a worker has to know about a run. */
export async function readRunWork(querier: Querier, id: string): Promise<RunWork | undefined> {
  const { rows } = await querier.query<Omit<RunWork, "config"> & { config: unknown }>(
    `SELECT r.id, r.project_id AS "projectId", r.layer_id AS "layerId", r.name, r.state, r.config,
       p.source_lang AS "sourceLang", p.pivot_lang AS "pivotLang"
     FROM run r JOIN project p ON p.id = r.project_id WHERE r.id = $1`,
    [id],
  );
  const row = rows[0];
  return row && { ...row, config: runConfigSchema.parse(row.config) };
}

export async function readRunState(querier: Querier, id: string): Promise<RunState | undefined> {
  const { rows } = await querier.query<{ state: RunState }>("SELECT state FROM run WHERE id = $1", [id]);
  return rows[0]?.state;
}

/** Ids of runs that somebody should be working on. */
export const unfinishedRuns = (querier: Querier): Promise<string[]> => unfinished(querier, "run");

/** Changes a run's state if it is in one of `from`; says whether it was. */
export const moveRun = (
  querier: Querier,
  id: string,
  from: readonly RunState[],
  to: RunState,
  error = "",
): Promise<boolean> => moveTo(querier, "run", id, from, to, error);

/** Ends a run on which nothing is left to do. */
export async function finishRun(querier: Querier, id: string): Promise<boolean> {
  const { rowCount } = await querier.query(
    `UPDATE run SET state = 'done', ended_at = ${now} WHERE id = $1 AND state = 'running'
       AND NOT EXISTS (SELECT 1 FROM run_segment WHERE run_id = $1 AND state IN ('waiting', 'working'))`,
    [id],
  );
  return (rowCount ?? 0) > 0;
}
