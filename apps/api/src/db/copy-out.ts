import { to } from "pg-copy-streams";
import type { Tx } from "./transaction.ts";

const NEWLINE = 0x0a;

/**
 * Reads the rows of a query through COPY, which is several times faster than fetching them. A value is null where the
 * database has none. The query takes no parameters: what goes into it must be quoted.
 */
export async function* copyOut(
  tx: Tx,
  query: string,
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  const stream = tx.query(to(`COPY (${query}) TO STDOUT`));
  // A destroyed stream would leave its rows on the connection, in front of whatever comes next.
  const pieces: AsyncIterable<Buffer> = stream.iterator({ destroyOnReturn: false });
  try {
    let rest: Buffer | undefined;
    for await (const piece of pieces) {
      const end = piece.lastIndexOf(NEWLINE);
      if (end === -1) {
        rest = rest ? Buffer.concat([rest, piece]) : piece;
        continue;
      }
      const whole = piece.subarray(0, end);
      yield rowsOf((rest ? Buffer.concat([rest, whole]) : whole).toString("utf8"));
      rest = end + 1 < piece.length ? piece.subarray(end + 1) : undefined;
    }
  } finally {
    // Whoever stops early leaves the rest, which has to be read all the same.
    stream.resume();
  }
}

const rowsOf = (text: string): (string | null)[][] =>
  text.split("\n").map((line) => line.split("\t").map(unescapeField));

function unescapeField(field: string): string | null {
  if (!field.includes("\\")) return field;
  return field === "\\N"
    ? null
    : field.replace(/\\(.)/g, (_, special: string) => escaped[special] ?? special);
}

const escaped: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", v: "\v" };
