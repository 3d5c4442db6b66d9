import type { PageCache } from "@spanbridge/projection";
import { now } from "./now.ts";
import type { Querier } from "./transaction.ts";

/** Answers are taken from here for so long. */
const MAX_AGE = "90 days";

/** What wikis have answered, kept in the database for all projects. */
export const storedPages = (querier: Querier): PageCache => ({
  read: async (wiki, kind, titles) => {
    const { rows } = await querier.query<{ title: string; value: unknown }>(
      `SELECT title, value FROM wikipedia_page
       WHERE wiki = $1 AND kind = $2 AND title = ANY($3::text[]) AND fetched_at > ${now} - interval '${MAX_AGE}'`,
      [wiki, kind, titles],
    );
    return new Map(rows.map(({ title, value }) => [title, value]));
  },
  write: async (entries) => {
    await querier.query(
      `INSERT INTO wikipedia_page (wiki, kind, title, value, fetched_at)
       SELECT n.wiki, n.kind, n.title, n.value, ${now}
       FROM unnest($1::text[], $2::text[], $3::text[], $4::json[]) AS n (wiki, kind, title, value)
       ON CONFLICT (wiki, kind, title) DO UPDATE SET value = excluded.value, fetched_at = excluded.fetched_at`,
      [
        entries.map(({ key }) => key.wiki),
        entries.map(({ key }) => key.kind),
        entries.map(({ key }) => key.title),
        entries.map(({ value }) => JSON.stringify(value)),
      ],
    );
  },
});
