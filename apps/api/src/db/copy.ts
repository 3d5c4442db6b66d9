import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from } from "pg-copy-streams";
import type { Tx } from "./transaction.ts";

/** UTF-16 units to a piece. */
const PIECE = 64 * 1024;

/**
 * Lines in COPY's text format on their way to the database. They are kept as bytes, outside of the JavaScript heap: the
 * garbage collector would carry a million of them around.
 */
export class CopyLines {
  readonly #pieces: Buffer[] = [];
  #text = "";
  #bytes = 0;

  /** Complete with its line break. */
  add(line: string): void {
    this.#text += line;
    if (this.#text.length >= PIECE) this.#seal();
  }

  /** Of all but the last lines. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Sends the lines. */
  async copyInto(tx: Tx, target: string): Promise<void> {
    this.#seal();
    if (this.#pieces.length === 0) return;
    await pipeline(Readable.from(this.#pieces), tx.query(from(`COPY ${target} FROM STDIN`)));
  }

  #seal(): void {
    if (this.#text === "") return;
    const piece = Buffer.from(this.#text);
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    this.#text = "";
  }
}

const SPECIAL = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A value as COPY's text format writes it. */
export function copyText(value: string | null): string {
  if (value === null) return "\\N";
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (special) => escapes[special] ?? special) : value;
}
