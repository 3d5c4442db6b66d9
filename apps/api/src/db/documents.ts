import type { Querier } from "./transaction.ts";

export type DocumentRow = { readonly name: string; readonly segments: number; readonly firstNumber: number };

export async function readDocuments(querier: Querier, projectId: string): Promise<readonly DocumentRow[]> {
  const { rows } = await querier.query<DocumentRow>(
    `SELECT d.name, count(*) AS segments, min(s.number) AS "firstNumber"
     FROM document d JOIN segment s ON s.document_id = d.id
     WHERE d.project_id = $1 GROUP BY d.id ORDER BY d.position, d.name`,
    [projectId],
  );
  return rows;
}
