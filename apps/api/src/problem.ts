import { randomBytes } from "node:crypto";
import type { Log } from "./db/log.ts";
import { isOutage } from "./db/outage.ts";
import { AppError } from "./error.ts";

/**
 * What may be told about a failure. AppErrors keep their sentence; an unreachable database is said to be one, so that
 * clients try again; anything else is a bug of ours, of which only a reference goes out and the rest into the log.
 */
export function tellable(error: unknown, log: Log, where: string): AppError {
  if (error instanceof AppError) return error;
  const reference = randomBytes(4).toString("hex");
  if (isOutage(error)) {
    log.warn({ reference, where, error: messageOf(error) }, "the database does not answer");
    return new AppError(
      "unavailable",
      "The database does not answer at the moment. Try again in a little while.",
    );
  }
  log.error({ reference, where, err: error }, "unexpected failure");
  return new AppError("internal", `Something went wrong here. It is in the server's log under ${reference}.`);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
