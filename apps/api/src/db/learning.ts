import { type Learnt, learntSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import type { Querier } from "./transaction.ts";

/** More teach little that these do not, and take their time. */
const MOST_REVIEWED = 1000;

const numbersByName = z.record(z.string(), z.number());
const storedWeightsSchema = z.object({
  shared: numbersByName,
  byLanguage: z.record(z.string(), numbersByName),
  confidence: z.array(z.number()).readonly(),
  mentions: z.record(z.string(), z.object({ marked: z.number(), body: z.number() })),
});

const keptSchema = learntSchema.extend({
  /** What it was learnt from: the same again need not be learnt again. */
  basis: z.string(),
  weights: storedWeightsSchema,
});
export type KeptLearning = z.output<typeof keptSchema>;

/** Accepted segments of a project that have entities: how many there are, and whether one has changed (`mark`). */
export async function reviewedMark(
  querier: Querier,
  projectId: string,
): Promise<{ readonly count: number; readonly mark: string }> {
  const { rows } = await querier.query<{ count: number; mark: string | null }>(
    `SELECT count(*) AS count, max(a.updated_at)::text AS mark ${from}`,
    [projectId],
  );
  return { count: rows[0]?.count ?? 0, mark: rows[0]?.mark ?? "" };
}

/** Numbers of the newest accepted segments that have entities, in the order of the text. */
export async function reviewedNumbers(querier: Querier, projectId: string): Promise<number[]> {
  const { rows } = await querier.query<{ number: number }>(
    `SELECT s.number ${from} ORDER BY s.state_at DESC NULLS LAST, s.number LIMIT ${MOST_REVIEWED}`,
    [projectId],
  );
  return rows.map(({ number }) => number).sort((a, b) => a - b);
}

/** Memory holds the pairs of accepted segments: those that have a use have a linked entity. */
const from = `FROM segment s
  JOIN layer l ON l.project_id = s.project_id AND l.kind = 'review'
  JOIN annotation a ON a.segment_id = s.id AND a.layer_id = l.id
  WHERE s.project_id = $1 AND s.state = 'accepted' AND EXISTS (SELECT 1 FROM memory_use u WHERE u.segment_id = s.id)`;

export async function readLearnt(querier: Querier, projectId: string): Promise<KeptLearning | undefined> {
  const { rows } = await querier.query<{ learnt: unknown }>("SELECT learnt FROM project WHERE id = $1", [
    projectId,
  ]);
  // What another version has kept is learnt anew.
  return keptSchema.safeParse(rows[0]?.learnt).data;
}

export async function writeLearnt(querier: Querier, projectId: string, learnt: KeptLearning): Promise<void> {
  await querier.query("UPDATE project SET learnt = $2 WHERE id = $1", [projectId, JSON.stringify(learnt)]);
}

export const factsOf = ({ segments, at, before, after, used }: KeptLearning): Learnt => ({
  segments,
  at,
  before,
  after,
  used,
});
