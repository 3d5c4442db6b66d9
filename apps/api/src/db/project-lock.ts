import type { Tx } from "./transaction.ts";

/**
 * Advisory locks on a project, held until the end of the transaction.
 *
 * `labels`: shared by everything that writes annotations, exclusive for what changes the label set, so that no span can
 * be written with a label that is being renamed or removed. `import`: one import into a project at a time, which
 * lets it number its segments without gaps and look for known ones without races.
 */
const classes = { labels: 1n, import: 2n } as const;
type Class = keyof typeof classes;

/** The last 60 bits of the id, below the class: as good as unique, and a collision only makes somebody wait. */
const keyOf = (projectId: string, lock: Class): bigint =>
  (classes[lock] << 60n) | BigInt.asUintN(60, BigInt(`0x${projectId.replaceAll("-", "").slice(-15)}`));

export const sharedLock = (projectId: string, lock: Class): string =>
  `SELECT pg_advisory_xact_lock_shared(${keyOf(projectId, lock)})`;

export const exclusiveLock = (projectId: string, lock: Class): string =>
  `SELECT pg_advisory_xact_lock(${keyOf(projectId, lock)})`;

/** Takes the lock if it can be had at once; says whether it could. */
export async function tryExclusiveLock(tx: Tx, projectId: string, lock: Class): Promise<boolean> {
  const { rows } = await tx.query<{ free: boolean }>(
    `SELECT pg_try_advisory_xact_lock(${keyOf(projectId, lock)}) AS free`,
  );
  return rows[0]?.free === true;
}
