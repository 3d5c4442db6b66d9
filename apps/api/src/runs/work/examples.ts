import type { PromptExample } from "@spanbridge/projection";
import { pairsOf } from "../../db/memory.ts";
import { readSegmentState } from "../../db/segment-state.ts";
import type { Querier } from "../../db/transaction.ts";

/** These segments as examples for a prompt; those without a translation or a linked name say nothing and are left out. */
export async function examplesOf(
  querier: Querier,
  projectId: string,
  numbers: readonly number[],
): Promise<PromptExample[]> {
  const found: PromptExample[] = [];
  for (const number of numbers) {
    const state = await readSegmentState(querier, projectId, number);
    if (!state || state.annotation.pivotText === "") continue;
    const pairs = pairsOf(state.annotation);
    if (pairs.length > 0)
      found.push({ source: state.annotation.sourceText, pivot: state.annotation.pivotText, pairs });
  }
  return found;
}

/** The newest accepted segments with names in them: what a run is to show its model. */
export async function chooseExamples(querier: Querier, projectId: string, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await querier.query<{ number: number }>(
    `SELECT s.number FROM segment s
     WHERE s.project_id = $1 AND s.state = 'accepted' AND char_length(s.source_text) <= 400
       AND EXISTS (SELECT 1 FROM memory_use u WHERE u.segment_id = s.id)
     ORDER BY s.state_at DESC NULLS LAST, s.number LIMIT $2`,
    [projectId, count],
  );
  return rows.map(({ number }) => number);
}
