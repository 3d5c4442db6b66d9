import { type Label, labelSetSchema } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { Querier, Tx } from "./transaction.ts";

/** In the order the project gives them. */
export async function readLabels(querier: Querier, projectId: string): Promise<Label[]> {
  const { rows } = await querier.query(
    "SELECT name, colour, hotkey, description FROM label WHERE project_id = $1 ORDER BY position",
    [projectId],
  );
  return labelSetSchema.parse(rows);
}

export async function replaceLabels(tx: Tx, projectId: string, labels: readonly Label[]): Promise<void> {
  await tx.query("DELETE FROM label WHERE project_id = $1", [projectId]);
  await tx.query(
    `INSERT INTO label (id, project_id, name, colour, hotkey, description, position)
     SELECT each.id, $1, each.name, each.colour, each.hotkey, each.description, each.position
     FROM unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[])
       WITH ORDINALITY AS each (id, name, colour, hotkey, description, position)`,
    [
      projectId,
      labels.map(() => v7()),
      labels.map(({ name }) => name),
      labels.map(({ colour }) => colour),
      labels.map(({ hotkey }) => hotkey),
      labels.map(({ description }) => description),
    ],
  );
}
