import type { EnglishName, Outcome } from "@spanbridge/projection";
import {
  type WikipediaOutcome,
  type WikipediaPair,
  type WikipediaReason,
  wikipediaPairSchema,
  wikipediaReasons,
} from "@spanbridge/shared/contracts";
import type { Querier } from "./transaction.ts";

export type WaitingName = EnglishName & { readonly position: number };

/** Names of a search that nothing is known of yet, in their order. */
export async function waitingNames(querier: Querier, buildId: string): Promise<WaitingName[]> {
  const { rows } = await querier.query<WaitingName>(
    "SELECT position, name, label FROM wikipedia_name WHERE build_id = $1 AND state = 'waiting' ORDER BY position",
    [buildId],
  );
  return rows;
}

export async function saveOutcomes(
  querier: Querier,
  buildId: string,
  outcomes: readonly { readonly position: number; readonly outcome: Outcome }[],
): Promise<void> {
  const reasonOf = (outcome: Outcome): string => (outcome.kind === "rejected" ? outcome.reason : "");
  const detailOf = (outcome: Outcome): string =>
    outcome.kind === "rejected" ? outcome.detail.slice(0, 500) : "";
  await querier.query(
    `UPDATE wikipedia_name w SET state = n.state, reason = n.reason, detail = n.detail, pair = n.pair
     FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::json[]) AS n (position, state, reason, detail, pair)
     WHERE w.build_id = $1 AND w.position = n.position`,
    [
      buildId,
      outcomes.map(({ position }) => position),
      outcomes.map(({ outcome }) => outcome.kind),
      outcomes.map(({ outcome }) => reasonOf(outcome)),
      outcomes.map(({ outcome }) => detailOf(outcome)),
      outcomes.map(({ outcome }) => (outcome.kind === "accepted" ? JSON.stringify(outcome.pair) : null)),
    ],
  );
}

type Wanted = {
  readonly only: "accepted" | "rejected";
  readonly reason?: WikipediaReason | undefined;
  readonly offset: number;
  readonly limit: number;
};

type Row = Pick<WikipediaOutcome, "position" | "name" | "label" | "detail"> & {
  readonly pair: unknown;
  readonly reason: string;
  readonly total: number;
};

/** Decided names of a search, in their order. */
export async function readOutcomes(
  querier: Querier,
  buildId: string,
  { only, reason, offset, limit }: Wanted,
): Promise<{ readonly total: number; readonly outcomes: WikipediaOutcome[] }> {
  const { rows } = await querier.query<Row>(
    `SELECT position, name, label, detail, pair, reason, count(*) OVER () AS total FROM wikipedia_name
     WHERE build_id = $1 AND state = $2 AND ($3::text IS NULL OR reason = $3) ORDER BY position OFFSET $4 LIMIT $5`,
    [buildId, only, reason ?? null, offset, limit],
  );
  return {
    total: rows[0]?.total ?? 0,
    outcomes: rows.map(({ total: _, pair, reason: why, ...row }) => ({
      ...row,
      pair: pair === null ? null : wikipediaPairSchema.parse(pair),
      reason: wikipediaReasons.find((known) => known === why) ?? null,
    })),
  };
}

/** All pairs of a search but those at some positions. */
export async function acceptedPairs(
  querier: Querier,
  buildId: string,
  except: readonly number[],
): Promise<WikipediaPair[]> {
  const { rows } = await querier.query<{ pair: unknown }>(
    `SELECT pair FROM wikipedia_name
     WHERE build_id = $1 AND state = 'accepted' AND NOT position = ANY($2::int[]) ORDER BY position`,
    [buildId, except],
  );
  return rows.map(({ pair }) => wikipediaPairSchema.parse(pair));
}
