import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { Querier, Tx } from "./transaction.ts";

type Layer = ProjectDetail["layers"][number];

/** With the number of segments that have an annotation there; hidden ones only where asked for. */
export async function readLayers(querier: Querier, projectId: string, hidden: boolean): Promise<Layer[]> {
  const { rows } = await querier.query<Layer>(
    `SELECT name, kind, hidden, (SELECT count(*) FROM annotation WHERE layer_id = layer.id) AS annotations
     FROM layer WHERE project_id = $1 AND (NOT hidden OR $2) ORDER BY created_at, id`,
    [projectId, hidden],
  );
  return rows;
}

/** The id of a project's layer of this name, which is made where it is missing. */
export async function ensureLayer(
  tx: Tx,
  projectId: string,
  layer: Pick<Layer, "kind" | "name" | "hidden">,
): Promise<string> {
  await tx.query(
    `INSERT INTO layer (id, project_id, kind, name, hidden, created_at)
     VALUES ($1, $2, $3, $4, $5, clock_timestamp() AT TIME ZONE 'utc') ON CONFLICT (project_id, name) DO NOTHING`,
    [v7(), projectId, layer.kind, layer.name, layer.hidden],
  );
  const { rows } = await tx.query<{ id: string }>(
    "SELECT id FROM layer WHERE project_id = $1 AND name = $2",
    [projectId, layer.name],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`The layer ${layer.name} was neither made nor found.`);
  return id;
}
