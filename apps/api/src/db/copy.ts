import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from } from "pg-copy-streams";
import type { Tx } from "./transaction.ts";

/** Rows to a piece: some ten kilobytes. */
const PIECE = 128;

/** Writes rows in COPY's text format, each complete with its line break. */
export async function copyIn(tx: Tx, target: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const stream = tx.query(from(`COPY ${target} FROM STDIN`));
  await pipeline(Readable.from(pieces(rows), { objectMode: true }), stream);
}

function* pieces(rows: readonly string[]): Generator<Buffer> {
  for (let at = 0; at < rows.length; at += PIECE) yield Buffer.from(rows.slice(at, at + PIECE).join(""));
}

const SPECIAL = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A value as COPY's text format writes it. */
export function copyText(value: string | null): string {
  if (value === null) return "\\N";
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (special) => escapes[special] ?? special) : value;
}
