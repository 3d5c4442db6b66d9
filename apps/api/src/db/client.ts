import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

export type { PrismaClient };

// Our columns are `timestamp` without a zone, which Prisma fills with UTC. Raw queries have to mean the same: the session
// lives in UTC, a Date goes out as UTC, and what comes in is read as UTC. The driver's own choice is local time.
pg.defaults.parseInputDatesAsUTC = true;
const sessionOptions = "-c timezone=UTC";

/** A pool whose raw queries give numbers for `bigint` columns. Prisma has converters of its own and is not affected. */
export function createPool(config: pg.PoolConfig): pg.Pool {
  return new pg.Pool({ options: sessionOptions, ...config, types });
}

/** Prisma on an existing pool, which it does not end. */
export function createPrisma(pool: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    // Prisma's own limits (2 s and 5 s) are for fast machines that do nothing else.
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format === "binary") return pg.types.getTypeParser(oid, format);
    switch (oid) {
      case pg.types.builtins.INT8:
        return wholeNumber;
      case pg.types.builtins.TIMESTAMP:
        return utcDate;
      default:
        return pg.types.getTypeParser(oid, format);
    }
  },
};

/** Our counts and sequence numbers stay far below 2^53; one beyond it is an error and not another number. */
function wholeNumber(digits: string): number {
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${digits} is beyond the exact whole numbers`);
  return value;
}

function utcDate(timestamp: string): Date {
  return new Date(`${timestamp.replace(" ", "T")}Z`);
}
