import type { LayerKind } from "@spanbridge/shared/contracts";

/** Name of the layer that imports of predictions write. */
export const PREDICTIONS = "predictions";

/**
 * The reference of provenance that is not written out in a layer's stored bodies: an imported layer's own name; what
 * people work on starts as a copy of the predictions or of a run's results, in which every provenance of the run is written out.
 */
export const refOf = (kind: LayerKind, name: string): string =>
  kind === "review" || kind === "run" ? PREDICTIONS : name;

/**
 * SQL for a join: the row of what a segment shows before its first edit, as `p`: the result of the first of the project's shown runs
 * that has one, else the predictions. `s` is the segment.
 */
export const shownAnnotation = (and = ""): string => `LEFT JOIN LATERAL (
    SELECT shown.pivot_revision, shown.body FROM layer l
    JOIN annotation shown ON shown.segment_id = s.id AND shown.layer_id = l.id
    JOIN project o ON o.id = l.project_id
    WHERE l.project_id = s.project_id ${and} AND (l.kind = 'predictions' OR l.id = ANY(o.shown_layer_ids))
    ORDER BY array_position(o.shown_layer_ids, l.id) LIMIT 1) p ON true`;
