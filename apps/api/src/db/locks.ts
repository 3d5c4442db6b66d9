/**
 * Advisory locks of ours: the first number marks them as ours, the second says which. PostgreSQL drops them with the
 * session that held them, so no crash leaves one behind. Each is valid within one database of the server.
 */
const ours = 0x5350_414e;

/** Arguments for PostgreSQL's functions on advisory locks. */
export type Lock = `${typeof ours}, ${number}`;

/** Shared by every process that uses the embedded cluster; exclusive for the one that stops it. In `postgres`. */
export const HOLDERS: Lock = `${ours}, 1`;
/** The session that stops the cluster when its last holder was killed. In `postgres`. */
export const GUARDIAN: Lock = `${ours}, 2`;
/** The one web server of an embedded cluster. In our own database. */
export const SERVER: Lock = `${ours}, 3`;

/** Whoever asks Wikipedia, of all processes of the installation: one at a time. In our own database. */
export const WIKIPEDIA: Lock = `${ours}, 4`;

/** Class of the locks that workers hold, beside the class above: the second number is the worker's own. */
export const workerLock = 0x5350_4157;

/** Class of the locks on fine-tunings that somebody looks at. */
export const fineTuningLock = 0x5350_4146;

/** Condition on `pg_locks` for all locks of a class in the current database. */
export const heldLocks = (lockClass: typeof workerLock): string =>
  `locktype = 'advisory' AND granted AND objsubid = 2 AND classid = ${lockClass}
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Condition on `pg_locks` for those who hold this lock in the current database. */
export function heldLock(lock: Lock): string {
  return `locktype = 'advisory' AND granted AND objsubid = 2 AND (classid, objid) = (${lock})
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
}
