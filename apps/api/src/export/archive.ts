import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { Checksum } from "./checksum.ts";
import type { Write } from "./streamed.ts";

/** The first moment a ZIP file can name, in local time as the format has it: the same bytes everywhere and always. */
const EPOCH = new Date(1980, 0, 1);
/** Deflating these again gains nothing. */
const COMPRESSED = /\.(parquet|zip|gz)$/;

/** Writes files into a ZIP archive one after the other. The same files give the same archive, byte for byte. */
export class Archive {
  readonly #zip: Zip;
  readonly #write: Write;
  readonly #sums: string[] = [];
  #pending: Uint8Array[] = [];
  #failure: Error | null = null;

  constructor(write: Write) {
    this.#write = write;
    this.#zip = new Zip((error, bytes) => {
      if (error) this.#failure = error;
      else this.#pending.push(bytes);
    });
  }

  /** `fill` writes the file's content piece by piece. */
  async file<T>(name: string, fill: (write: Write) => Promise<T>): Promise<T> {
    const entry = COMPRESSED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = EPOCH;
    this.#zip.add(entry);
    const sum = new Checksum();
    const result = await fill(async (bytes) => {
      sum.add(bytes);
      entry.push(bytes);
      await this.#flush();
    });
    entry.push(new Uint8Array(), true);
    await this.#flush();
    this.#sums.push(`${sum.end()}  ${name}\n`);
    return result;
  }

  text(name: string, content: string): Promise<void> {
    return this.file(name, (write) => write(new TextEncoder().encode(content)));
  }

  /** Adds `SHA256SUMS` of all files, as `sha256sum --check` reads it, and closes the archive. */
  async end(): Promise<void> {
    await this.text("SHA256SUMS", this.#sums.join(""));
    this.#zip.end();
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const pieces = this.#pending;
    this.#pending = [];
    for (const piece of pieces) if (piece.length > 0) await this.#write(piece);
    if (this.#failure) throw this.#failure;
  }
}
