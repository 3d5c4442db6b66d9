const INITIAL = 4096;
const KEPT = 1024 * 1024;

/** Bytes of a line that has not ended yet; grows by doubling, so that tiny pieces cost no more than large ones. */
export class ByteBuffer {
  #bytes = new Uint8Array(INITIAL);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(piece: Uint8Array): void {
    const needed = this.#length + piece.length;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(piece, this.#length);
    this.#length = needed;
  }

  /** Hands the content over and is empty. What it handed over is good until the next `append`. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    if (this.#bytes.length > KEPT) this.#bytes = new Uint8Array(INITIAL);
    return taken;
  }
}
