/**
 * Advisory locks of ours: the first number marks them as ours, the second says which. PostgreSQL drops them with the
 * session that held them, so no crash leaves one behind.
 */
const ours = 0x5350_414e;

/** Shared by every process that uses the embedded cluster; exclusive for the one that stops it. In `postgres`. */
export const HOLDERS = `${ours}, 1`;
/** The session that stops the cluster when its last holder was killed. In `postgres`. */
export const GUARDIAN = `${ours}, 2`;
/** The one web server of an embedded cluster. In our own database. */
export const SERVER = `${ours}, 3`;
