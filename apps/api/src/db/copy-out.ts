import { to } from "pg-copy-streams";
import type { Tx } from "./transaction.ts";

const NEWLINE = 0x0a;

/**
 * Reads the rows of a query through COPY, which is several times faster than fetching them. Yields pieces of whole
 * rows, for `rowsOf`. The query takes no parameters: what goes into it must be quoted.
 */
export async function* copyOut(tx: Tx, query: string): AsyncGenerator<Uint8Array> {
  const stream = tx.query(to(`COPY (${query}) TO STDOUT`));
  // A destroyed stream would leave its rows on the connection, in front of whatever comes next.
  const pieces: AsyncIterable<Buffer> = stream.iterator({ destroyOnReturn: false });
  try {
    const rest: Buffer[] = [];
    for await (const piece of pieces) {
      const end = piece.lastIndexOf(NEWLINE) + 1;
      // Only the row that two pieces share is joined; the others stay where they are.
      const start = rest.length > 0 ? piece.indexOf(NEWLINE) + 1 : 0;
      if (start > 0) yield Buffer.concat([...rest.splice(0), piece.subarray(0, start)]);
      if (end > start) yield piece.subarray(start, end);
      if (end < piece.length) rest.push(piece.subarray(end));
    }
  } finally {
    // Whoever stops early leaves the rest, which has to be read all the same.
    stream.resume();
  }
}

/** The rows of a piece; a value is null where the database has none. */
export function* rowsOf(piece: Uint8Array): Generator<(string | null)[]> {
  const text = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString("utf8");
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf("\n", start);
    yield text.slice(start, end).split("\t").map(unescapeField);
  }
}

function unescapeField(field: string): string | null {
  if (!field.includes("\\")) return field;
  return field === "\\N"
    ? null
    : field.replace(/\\(.)/g, (_, special: string) => escaped[special] ?? special);
}

const escaped: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", v: "\v" };
