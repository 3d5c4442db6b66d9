import { decodeUtf8 } from "./utf8.ts";

/** Decodes UTF-8 that comes in pieces, strictly: a piece may end inside a character. */
export class Utf8Stream {
  #rest = new Uint8Array(0);

  /** Undefined for what is not UTF-8; nothing sensible follows then. */
  push(bytes: Uint8Array): string | undefined {
    let whole = bytes;
    if (this.#rest.length > 0) {
      whole = new Uint8Array(this.#rest.length + bytes.length);
      whole.set(this.#rest);
      whole.set(bytes, this.#rest.length);
    }
    const end = whole.length - openLength(whole);
    this.#rest = whole.slice(end);
    return decodeUtf8(whole.subarray(0, end));
  }

  /** Whether the bytes ended with a whole character. */
  get complete(): boolean {
    return this.#rest.length === 0;
  }
}

/** How many bytes at the end begin a character that is not finished. */
function openLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return back < length ? back : 0;
  }
  return 0;
}
