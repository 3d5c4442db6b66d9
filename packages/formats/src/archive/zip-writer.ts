import { Zip, ZipDeflate } from "fflate";

/** A file inside an archive. Pieces in order; `end` once. */
export type ArchiveFile = {
  write(piece: string | Uint8Array): void;
  end(): void;
};

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The earliest time a ZIP can hold, so that the same content gives the same bytes. The library writes local time. */
const EPOCH = new Date(1980, 0, 1);
/** UTF-16 units gathered before they are compressed. */
const PIECE = 64 * 1024;

/**
 * Writes a ZIP archive as its files come: what has become ready is handed out by `take`. Files may grow side by side; of
 * those behind the first open one the compressed bytes wait in memory.
 */
export class ZipWriter {
  readonly #zip: Zip;
  readonly #encoder = new TextEncoder();
  #ready: Uint8Array[] = [];

  constructor() {
    this.#zip = new Zip((error, bytes) => {
      // Only closed archives and double ends come here: faults of ours.
      if (error) throw error;
      if (bytes.length > 0) this.#ready.push(bytes);
    });
  }

  /** `name` with forward slashes. */
  file(name: string): ArchiveFile {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = EPOCH;
    this.#zip.add(entry);
    let text = "";
    const flush = (final: boolean) => {
      entry.push(this.#encoder.encode(text), final);
      text = "";
    };
    return {
      write: (piece) => {
        if (typeof piece === "string") {
          text += piece;
          if (text.length >= PIECE) flush(false);
        } else if (piece.length > 0) {
          if (text !== "") flush(false);
          entry.push(piece, false);
        }
      },
      end: () => flush(true),
    };
  }

  /** A whole file at once. */
  add(name: string, content: string | Uint8Array): void {
    const file = this.file(name);
    file.write(content);
    file.end();
  }

  take(): Uint8Array {
    const ready = this.#ready;
    this.#ready = [];
    const [only] = ready;
    if (only && ready.length === 1) return only;
    const all = new Uint8Array(ready.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of ready) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  /** The last bytes; every file has ended. */
  end(): Uint8Array {
    this.#zip.end();
    return this.take();
  }
}
