import { ByteBuffer } from "../lines/buffer.ts";

const LF = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === LF || byte === 0x0d;

/** A value of the list, or undefined in place of one above the limit. The bytes are good until the next call. */
export type Element = { readonly line: number; readonly bytes: Uint8Array | undefined };

/**
 * Cuts the bytes of one JSON list into its elements without reading the whole: they are told apart by brackets outside
 * of strings, so that only one element is in memory. Whether an element is JSON is left to who reads it.
 */
export class ArraySplitter {
  readonly #limit: number;
  readonly #open = new ByteBuffer();
  #line = 1;
  #start = 1;
  #depth = 0;
  #inside = false;
  #inString = false;
  #escaped = false;
  #skipping = false;
  #state: "before" | "list" | "after" = "before";
  #rest = false;

  constructor(maxBytes: number) {
    this.#limit = maxBytes;
  }

  /** Whether the list was closed. */
  get closed(): boolean {
    return this.#state === "after";
  }

  /** Whether something stands behind the list. */
  get hasRest(): boolean {
    return this.#rest;
  }

  push(bytes: Uint8Array, take: (element: Element) => void): void {
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === LF) this.#line++;
      if (this.#inString) {
        this.#string(byte);
        continue;
      }
      if (this.#state !== "list") {
        if (isSpace(byte)) continue;
        if (this.#state === "before" && byte === OPEN_LIST) this.#state = "list";
        else this.#rest = true;
        continue;
      }
      const atTop = this.#depth === 0;
      if (atTop && (byte === COMMA || byte === CLOSE_LIST)) {
        if (this.#inside) this.#finish(bytes.subarray(from, at), take);
        if (byte === CLOSE_LIST) this.#state = "after";
        continue;
      }
      if (!this.#inside) {
        if (isSpace(byte)) continue;
        this.#inside = true;
        this.#start = this.#line;
        from = at;
      }
      if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#depth++;
      else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && this.#depth > 0) this.#depth--;
    }
    if (this.#inside) this.#keep(bytes.subarray(from));
  }

  /** The element that the file breaks off in, if it does. */
  end(take: (element: Element) => void): void {
    if (this.#inside) this.#finish(new Uint8Array(0), take);
  }

  #string(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #keep(piece: Uint8Array): void {
    if (this.#skipping) return;
    if (this.#open.length + piece.length > this.#limit) {
      this.#open.take();
      this.#skipping = true;
    } else this.#open.append(piece);
  }

  #finish(last: Uint8Array, take: (element: Element) => void): void {
    this.#keep(last);
    const bytes = this.#skipping ? undefined : this.#open.take();
    this.#skipping = false;
    this.#inside = false;
    this.#inString = false;
    this.#escaped = false;
    this.#depth = 0;
    take({ line: this.#start, bytes });
  }
}
