import type { RunSelection } from "@spanbridge/shared/contracts";
import { shownAnnotation } from "./layer-ref.ts";
import { selected } from "./runs.ts";
import type { Querier } from "./transaction.ts";

/** What a run over a selection would meet. */
export type SelectionFigures = {
  readonly segments: number;
  /** Code points of their source texts together. */
  readonly characters: number;
  readonly translated: number;
  /** Segments with entities in their translation, and how many of those there are. */
  readonly marked: number;
  readonly entities: number;
};

export async function selectionFigures(
  querier: Querier,
  projectId: string,
  selection: RunSelection,
): Promise<SelectionFigures> {
  const { text, values } = selected(projectId, selection);
  const { rows } = await querier.query<SelectionFigures>(
    `SELECT count(*) AS segments, coalesce(sum(char_length(s.source_text)), 0)::float8 AS characters,
       count(*) FILTER (WHERE coalesce(s.pivot_text, '') <> '') AS translated,
       count(*) FILTER (WHERE pivots.count > 0) AS marked, coalesce(sum(pivots.count), 0)::float8 AS entities
     FROM (SELECT s.* ${text}) s
     LEFT JOIN layer review ON review.project_id = s.project_id AND review.kind = 'review'
     LEFT JOIN annotation a ON a.segment_id = s.id AND a.layer_id = review.id
     ${shownAnnotation()}
     LEFT JOIN LATERAL (
       SELECT count(*) AS count FROM json_array_elements(coalesce(a.body, p.body) -> 's') span WHERE span ->> 1 = 'p'
     ) pivots ON true`,
    values,
  );
  return rows[0] ?? { segments: 0, characters: 0, translated: 0, marked: 0, entities: 0 };
}
