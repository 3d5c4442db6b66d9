import { type LayerKind, recordedSignalSchema, runConfigSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { type Body, decodeBody, emptyBody } from "./annotation-body.ts";
import { refOf } from "./layer-ref.ts";
import type { Querier } from "./transaction.ts";

type RecordedSignals = z.output<typeof signalsSchema>;
const signalsSchema = z.array(recordedSignalSchema);

/** What a layer of a machine or a file says about a segment. */
export type OpinionRow = {
  readonly segmentId: string;
  readonly layer: string;
  readonly kind: LayerKind;
  /** Undefined for what a file brought. */
  readonly run:
    | { readonly engine: "eat" | "offline"; readonly model: string; readonly test: boolean }
    | undefined;
  /** What a segment shows before anybody edits it. */
  readonly shown: boolean;
  /** Why the run has no result here; empty where it has one. */
  readonly failure: string;
  readonly pivotText: string;
  readonly body: Body;
  readonly signals: RecordedSignals;
};

type Row = Pick<OpinionRow, "segmentId" | "layer" | "kind" | "pivotText"> & {
  readonly place: number | null;
  readonly config: unknown;
  readonly test: boolean | null;
  readonly reason: string | null;
  readonly signals: unknown;
  readonly body: unknown;
};

/**
 * What every layer of machines and files says about these segments, except for hidden ones: gold stays secret. Of each
 * segment what is shown comes first, then the order in which the layers were made.
 */
export async function readOpinions(
  querier: Querier,
  projectId: string,
  segmentIds: readonly string[],
): Promise<OpinionRow[]> {
  const { rows } = await querier.query<Row>({
    name: "opinions",
    text: `SELECT s.id AS "segmentId", l.name AS layer, l.kind, array_position(p.shown_layer_ids, l.id) AS place,
             r.config, r.test, rs.reason, rs.signals, a.body,
             coalesce(v.text, s.pivot_text, '') AS "pivotText"
           FROM segment s JOIN project p ON p.id = s.project_id
           JOIN layer l ON l.project_id = s.project_id AND l.kind IN ('predictions', 'run') AND NOT l.hidden
           LEFT JOIN annotation a ON a.segment_id = s.id AND a.layer_id = l.id
           LEFT JOIN pivot_revision v ON v.segment_id = s.id AND v.revision = a.pivot_revision
           LEFT JOIN run r ON r.layer_id = l.id
           LEFT JOIN run_segment rs ON rs.run_id = r.id AND rs.segment_id = s.id
           WHERE s.project_id = $1 AND s.id = ANY($2::uuid[]) AND (a.segment_id IS NOT NULL OR rs.state = 'failed')
           ORDER BY s.number, (a.segment_id IS NULL), place NULLS LAST, (l.kind <> 'predictions'), l.created_at, l.id`,
    values: [projectId, segmentIds],
  });
  const begun = new Set<string>();
  return rows.map((row) => {
    const { config, test, reason, signals, body, place, ...rest } = row;
    const parsed = config === null ? undefined : runConfigSchema.parse(config);
    const first =
      !begun.has(row.segmentId) && body !== null && (place !== null || row.kind === "predictions");
    begun.add(row.segmentId);
    return {
      ...rest,
      run: parsed && {
        engine: parsed.engine,
        model: parsed.engine === "eat" ? parsed.model.model : "",
        test: test ?? false,
      },
      shown: first,
      failure: body === null ? (reason ?? "") : "",
      body: body === null ? emptyBody : decodeBody(body, refOf(row.kind, row.layer)),
      signals: signals === null ? [] : signalsSchema.parse(signals),
    };
  });
}
