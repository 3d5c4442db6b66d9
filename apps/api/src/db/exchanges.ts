import type { ChatMessage, EatStage, Exchange } from "@spanbridge/shared/contracts";
import { chatMessageSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import type { Querier } from "./transaction.ts";

export type StoredAnswer = { readonly answer: string; readonly finish: string };

/** The answer to a question that was asked before in this project. */
export async function findAnswer(
  querier: Querier,
  projectId: string,
  key: string,
): Promise<StoredAnswer | undefined> {
  const { rows } = await querier.query<StoredAnswer>({
    name: "find-answer",
    text: "SELECT answer, finish FROM exchange WHERE project_id = $1 AND key = $2",
    values: [projectId, key],
  });
  return rows[0];
}

export type NewExchange = StoredAnswer & {
  readonly projectId: string;
  readonly key: string;
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly milliseconds: number;
  readonly cost: number;
  /** The run that had it asked. */
  readonly runId: string;
};

/** Keeps an answer. Where two asked the same at once, the first one stays. */
export async function keepAnswer(querier: Querier, exchange: NewExchange): Promise<void> {
  await querier.query({
    name: "keep-answer",
    text: `INSERT INTO exchange (project_id, key, model, messages, answer, finish, input_tokens, output_tokens, milliseconds,
             cost, paid_by, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp() AT TIME ZONE 'utc')
           ON CONFLICT (project_id, key) DO NOTHING`,
    values: [
      exchange.projectId,
      exchange.key,
      exchange.model,
      JSON.stringify(exchange.messages),
      exchange.answer,
      exchange.finish,
      exchange.inputTokens,
      exchange.outputTokens,
      exchange.milliseconds,
      exchange.cost,
      exchange.runId,
    ],
  });
}

export type ExchangeUse = {
  readonly runId: string;
  readonly segmentId: string;
  readonly projectId: string;
  readonly position: number;
  readonly key: string;
  readonly stage: EatStage;
  readonly round: number;
  readonly entity: string;
};

/** Notes that a segment's result rests on an exchange. */
export async function noteUse(querier: Querier, use: ExchangeUse): Promise<void> {
  await querier.query({
    name: "note-exchange",
    text: `INSERT INTO run_exchange (run_id, segment_id, position, project_id, key, stage, round, entity)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (run_id, segment_id, position) DO UPDATE SET key = excluded.key, stage = excluded.stage,
             round = excluded.round, entity = excluded.entity`,
    values: [
      use.runId,
      use.segmentId,
      use.position,
      use.projectId,
      use.key,
      use.stage,
      use.round,
      use.entity,
    ],
  });
}

/** Forgets uses from an earlier, longer try of the segment. */
export async function forgetUsesFrom(
  querier: Querier,
  { runId, segmentId }: { readonly runId: string; readonly segmentId: string },
  position: number,
): Promise<void> {
  await querier.query("DELETE FROM run_exchange WHERE run_id = $1 AND segment_id = $2 AND position >= $3", [
    runId,
    segmentId,
    position,
  ]);
}

type Row = Omit<Exchange, "at" | "messages"> & { readonly at: number; readonly messages: unknown };

/** What a segment's result in a run rests on, in the order it was asked. */
export async function readExchanges(querier: Querier, runId: string, segmentId: string): Promise<Exchange[]> {
  const { rows } = await querier.query<Row>(
    `SELECT u.stage, u.round, u.entity, e.messages, e.answer, e.model, e.paid_by IS DISTINCT FROM u.run_id AS reused,
       e.input_tokens AS "inputTokens", e.output_tokens AS "outputTokens", e.milliseconds,
       (extract(epoch FROM e.created_at) * 1000)::bigint AS at
     FROM run_exchange u JOIN exchange e ON e.project_id = u.project_id AND e.key = u.key
     WHERE u.run_id = $1 AND u.segment_id = $2 ORDER BY u.position`,
    [runId, segmentId],
  );
  return rows.map(({ at, messages, ...row }) => ({
    ...row,
    at: new Date(at).toISOString(),
    messages: z.array(chatMessageSchema).parse(messages),
  }));
}

export type Measured = {
  readonly calls: number;
  readonly input: number;
  readonly output: number;
  readonly milliseconds: number;
};

/** Means over this project's calls to a model; undefined when there were none. */
export async function measuredCalls(
  querier: Querier,
  projectId: string,
  model: string,
): Promise<Measured | undefined> {
  const { rows } = await querier.query<Measured>(
    `SELECT count(*) AS calls, avg(input_tokens)::float8 AS input, avg(output_tokens)::float8 AS output,
       avg(milliseconds)::float8 AS milliseconds
     FROM exchange WHERE project_id = $1 AND model = $2`,
    [projectId, model],
  );
  const found = rows[0];
  return found && found.calls > 0 ? found : undefined;
}
