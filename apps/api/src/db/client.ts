import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

export type { PrismaClient };

/** A pool whose raw queries give numbers for `bigint` columns. Prisma has converters of its own and is not affected. */
export function createPool(config: pg.PoolConfig): pg.Pool {
  return new pg.Pool({ ...config, types });
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
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 && format !== "binary" ? wholeNumber : pg.types.getTypeParser(oid, format),
};

/** Our counts and sequence numbers stay far below 2^53; one beyond it is an error and not another number. */
function wholeNumber(digits: string): number {
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${digits} is beyond the exact whole numbers`);
  return value;
}
