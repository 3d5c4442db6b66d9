import type { QueueFilter } from "@spanbridge/shared/contracts";
import { codeOf } from "../db/problem.ts";
import { inTransaction, type Pooled, type Querier } from "../db/transaction.ts";
import { AppError } from "../error.ts";

/** Longer than any honest search through a million segments takes on a small machine. */
const PATIENCE_MS = 8000;

/** Runs a search that a person has written: a regular expression may be wrong, or take for ever. */
export async function searching<T>(
  pool: Pooled["pool"],
  filter: QueueFilter,
  search: (querier: Querier) => Promise<T>,
): Promise<T> {
  if (!filter.text || !filter.regex) return search(pool);
  try {
    return await inTransaction(
      { pool },
      search,
      `BEGIN READ ONLY; SET LOCAL statement_timeout = ${PATIENCE_MS}`,
    );
  } catch (error) {
    const code = codeOf(error);
    if (code === "2201B") {
      const detail = error instanceof Error ? error.message.replace(/^invalid regular expression: /, "") : "";
      throw new AppError("invalid_input", `This is not a regular expression: ${detail}.`);
    }
    if (code === "57014") {
      throw new AppError(
        "invalid_input",
        `The search was stopped after ${PATIENCE_MS / 1000} seconds. Make the expression simpler, or filter by document first.`,
      );
    }
    throw error;
  }
}
