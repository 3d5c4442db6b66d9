import type { Querier } from "./transaction.ts";

/** SQL of the language of a segment `s`: its own, else that of its project, whose id goes in as SQL. */
export const languageOf = (projectId: string): string =>
  `coalesce(s.source_lang, (SELECT home.source_lang FROM project home WHERE home.id = ${projectId}))`;

/**
 * SQL of whether a segment `s` is in one of the languages that `beginnings` made, or in a variant of one, as
 * `isOneOfLanguages` says.
 *
 * @param wanted SQL of a text array
 */
export const isInLanguages = (projectId: string, wanted: string): string =>
  `lower(${languageOf(projectId)}) || '-' ^@ ANY (${wanted})`;

/** How the tags of these languages and their variants begin. */
export const beginnings = (languages: readonly string[]): string[] =>
  languages.map((language) => `${language.toLowerCase()}-`);

/** SQL that begins a query with `own`: the languages that segments of project `$1` bring of their own, each once. */
const OWN = `WITH RECURSIVE own (tag) AS (
  (SELECT source_lang FROM segment WHERE project_id = $1 AND source_lang IS NOT NULL ORDER BY source_lang LIMIT 1)
  UNION ALL
  SELECT (SELECT s.source_lang FROM segment s WHERE s.project_id = $1 AND s.source_lang > own.tag
          ORDER BY s.source_lang LIMIT 1) FROM own WHERE own.tag IS NOT NULL)`;

/** The languages of a project's source texts: its own first. Steps along an index, whatever the project holds. */
export async function readLanguages(querier: Querier, projectId: string): Promise<string[]> {
  const { rows } = await querier.query<{ tag: string }>(
    `${OWN} SELECT source_lang AS tag, 0 AS place FROM project WHERE id = $1
     UNION ALL SELECT tag, 1 FROM own WHERE tag IS NOT NULL ORDER BY place, tag`,
    [projectId],
  );
  return rows.map(({ tag }) => tag);
}
