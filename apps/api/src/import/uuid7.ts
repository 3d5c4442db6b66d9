import { randomBytes } from "node:crypto";

const POOL = 8 * 1024;
const VARIANTS = "89ab";

/**
 * Makes UUIDs of version 7 for rows that are written by the million, in ascending order, so that indexes grow at their
 * end. The 12 bits after the milliseconds count; when they are used up the next millisecond is taken early. All come
 * behind `after`, one that was made before, whatever the clock says.
 */
export function uuid7Source(after?: string, now: () => number = Date.now): () => string {
  let at = Math.max(now(), after === undefined ? 0 : millisecondsOf(after) + 1);
  let head = headOf(at);
  let count = 0;
  let pool = "";
  let used = 0;
  return () => {
    if (count > 0xfff) {
      at = Math.max(at + 1, now());
      head = headOf(at);
      count = 0;
    }
    if (used + 16 > pool.length) {
      pool = randomBytes(POOL).toString("hex");
      used = 0;
    }
    const tail = pool.slice(used, used + 16);
    used += 16;
    const third = (0x7000 + count++).toString(16);
    const variant = VARIANTS[Number.parseInt(tail.charAt(0), 16) & 3];
    return `${head}-${third}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
  };
}

const millisecondsOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

function headOf(milliseconds: number): string {
  const hex = milliseconds.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
