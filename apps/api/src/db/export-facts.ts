import type { DatasetFacts } from "@spanbridge/formats";
import { readLabels } from "./labels.ts";
import type { Querier } from "./transaction.ts";

/** What an export needs of its project besides the segments. */
export type ExportFacts = { readonly labels: readonly string[]; readonly dataset: DatasetFacts };

export async function readExportFacts(querier: Querier, projectId: string): Promise<ExportFacts> {
  const { rows } = await querier.query<Required<DatasetFacts>>(
    `SELECT name, pivot_lang AS "pivotLang", licence, attribution FROM project WHERE id = $1`,
    [projectId],
  );
  const [dataset] = rows;
  const labels = await readLabels(querier, projectId);
  return { labels: labels.map(({ name }) => name), dataset: dataset ?? { name: "" } };
}
