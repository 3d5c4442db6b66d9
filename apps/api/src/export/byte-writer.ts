/** Bytes to a piece of an export. */
const SIZE = 256 * 1024;

/**
 * Gathers many small texts in few large pieces of UTF-8: joining the texts first would cost as much again. Bytes are
 * passed on between them.
 */
export class ByteWriter {
  readonly #pieces: Uint8Array<ArrayBuffer>[] = [];
  #spare: ArrayBuffer | undefined;
  #piece = Buffer.allocUnsafeSlow(SIZE);
  #used = 0;

  add(piece: string | Uint8Array): void {
    if (typeof piece === "string") this.#addText(piece);
    else if (piece.length > 0) {
      if (this.#used > 0) this.#close(SIZE);
      this.#pieces.push(new Uint8Array(piece));
    }
  }

  /** The pieces that have become full. They are the caller's for good; each owns its memory. */
  take(): Uint8Array<ArrayBuffer>[] {
    return this.#pieces.splice(0);
  }

  /** The last pieces, the one that is not full among them. */
  end(): Uint8Array<ArrayBuffer>[] {
    if (this.#used > 0) this.#close(0);
    return this.take();
  }

  /** Takes a piece back that nobody needs any more. */
  reuse(piece: Uint8Array<ArrayBuffer>): void {
    if (piece.buffer.byteLength === SIZE) this.#spare = piece.buffer;
  }

  /** Where so many bytes can be written; `written` says how far they went, until then nothing is added. */
  reserve(most: number): { readonly bytes: Uint8Array; readonly used: number } {
    if (this.#used + most > this.#piece.length) {
      if (this.#used > 0) this.#close(Math.max(SIZE, most));
      else this.#piece = this.#room(Math.max(SIZE, most));
    }
    return { bytes: this.#piece, used: this.#used };
  }

  written(used: number): void {
    this.#used = used;
  }

  #addText(text: string): void {
    // A UTF-16 unit takes three bytes at most.
    this.reserve(text.length * 3);
    this.#used += this.#piece.write(text, this.#used);
  }

  #close(next: number): void {
    this.#pieces.push(new Uint8Array(this.#piece.buffer, 0, this.#used));
    this.#piece = this.#room(next);
    this.#used = 0;
  }

  #room(size: number): Buffer<ArrayBuffer> {
    const spare = size === SIZE ? this.#spare : undefined;
    if (spare) this.#spare = undefined;
    return spare ? Buffer.from(spare) : Buffer.allocUnsafeSlow(size);
  }
}
