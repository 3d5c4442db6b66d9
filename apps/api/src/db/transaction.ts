import type pg from "pg";

/** A connection inside a transaction; made by `inTransaction` only. */
export type Tx = pg.PoolClient;

/** Anything that answers a single query: the pool, or a transaction. */
export type Querier = Pick<pg.Pool, "query">;

export type Pooled = { readonly pool: pg.Pool };

/** Lets the work of a transaction end in good order and leave nothing behind all the same. */
export type Control = { readonly rollBack: () => void };

/**
 * Runs `work` in one database transaction; what it throws rolls all of it back. A connection that cannot even do that
 * is thrown away. `begin` may carry what belongs to the same round trip, such as a lock.
 */
export async function inTransaction<T>(
  { pool }: Pooled,
  work: (tx: Tx, control: Control) => Promise<T>,
  begin = "BEGIN",
): Promise<T> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  let ending = "COMMIT";
  const rollBack = (): void => {
    ending = "ROLLBACK";
  };
  try {
    await tx.query(begin);
    const result = await work(tx, { rollBack });
    await tx.query(ending);
    return result;
  } catch (error) {
    await tx.query("ROLLBACK").catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}
