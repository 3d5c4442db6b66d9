import { createHash } from "node:crypto";

/** Counts and sums the bytes of a file on their way out. */
export class Checksum {
  readonly #hash = createHash("sha256");
  #bytes = 0;

  add(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    this.#hash.update(bytes);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Hex; nothing can be added afterwards. */
  end(): string {
    return this.#hash.digest("hex");
  }
}
