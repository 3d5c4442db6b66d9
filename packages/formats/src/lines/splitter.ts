import type { DiagnosticCode } from "../diagnostics.ts";
import { MAX_LINE_BYTES } from "../limits.ts";
import { ByteBuffer } from "./buffer.ts";
import { HEAD_BYTES, inspectHead } from "./head.ts";
import { decodeUtf8, invalidUtf8At } from "./utf8.ts";

/** `number` counts lines from 1, as editors do. `text` has no line break. */
export type LineEvent =
  | { readonly kind: "line"; readonly number: number; readonly text: string }
  /** A line that cannot be read; the ones after it can. */
  | {
      readonly kind: "unreadable";
      readonly number: number;
      readonly code: DiagnosticCode;
      readonly message: string;
    }
  /** About the file: once each. After `fatal` nothing follows. */
  | {
      readonly kind: "warning" | "fatal";
      readonly number: number;
      readonly code: DiagnosticCode;
      readonly message: string;
    };

const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts bytes into lines: strict UTF-8, LF or CRLF, with or without a break at the end. Holds one line at most, and of a
 * line above the limit nothing: it is counted and skipped. How the bytes are cut into pieces changes nothing.
 */
export class LineSplitter {
  readonly #limit: number;
  readonly #open = new ByteBuffer();
  #number = 0;
  #state: "start" | "line" | "skipping" | "closed" = "start";
  #crlfSeen = false;

  constructor(maxLineBytes = MAX_LINE_BYTES) {
    this.#limit = maxLineBytes;
  }

  push(bytes: Uint8Array): LineEvent[] {
    const events: LineEvent[] = [];
    if (this.#state === "start") {
      this.#open.append(bytes);
      if (this.#open.length >= HEAD_BYTES) this.#begin(events);
    } else {
      this.#feed(bytes, events);
    }
    return events;
  }

  end(): LineEvent[] {
    const events: LineEvent[] = [];
    if (this.#state === "start") this.#begin(events);
    if (this.#state === "skipping" || (this.#state === "line" && this.#open.length > 0)) {
      this.#finish(EMPTY, false, events);
    }
    this.#state = "closed";
    return events;
  }

  #begin(events: LineEvent[]): void {
    // A copy: the rest of the head goes back into the buffer it is a view of.
    const bytes = this.#open.take().slice();
    const head = inspectHead(bytes);
    if (!head.readable) {
      this.#state = "closed";
      events.push({ kind: "fatal", number: 0, code: head.code, message: head.message });
      return;
    }
    this.#state = "line";
    if (head.skip > 0) {
      const message = "The file starts with a byte order mark; it was left out.";
      events.push({ kind: "warning", number: 1, code: "byte_order_mark", message });
    }
    this.#feed(head.skip > 0 ? bytes.subarray(head.skip) : bytes, events);
  }

  #feed(bytes: Uint8Array, events: LineEvent[]): void {
    if (this.#state === "closed") return;
    let start = 0;
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
      this.#finish(bytes.subarray(start, end), true, events);
      start = end + 1;
    }
    if (start === bytes.length || this.#state === "skipping") return;
    if (this.#open.length + bytes.length - start > this.#limit) {
      this.#open.take();
      this.#state = "skipping";
    } else {
      this.#open.append(start === 0 ? bytes : bytes.subarray(start));
    }
  }

  /** The line in hand ends with `rest`. */
  #finish(rest: Uint8Array, broken: boolean, events: LineEvent[]): void {
    const number = ++this.#number;
    if (this.#state === "skipping" || this.#open.length + rest.length > this.#limit) {
      this.#open.take();
      this.#state = "line";
      const message = `This line is longer than ${this.#limit} bytes, the longest that is read.`;
      events.push({ kind: "unreadable", number, code: "line_too_long", message });
      return;
    }
    let line = rest;
    if (this.#open.length > 0) {
      this.#open.append(rest);
      line = this.#open.take();
    }
    if (broken && line[line.length - 1] === CR) {
      line = line.subarray(0, -1);
      if (!this.#crlfSeen) {
        this.#crlfSeen = true;
        const message = "Lines end with CR LF; the CR was taken as part of the line break.";
        events.push({ kind: "warning", number, code: "crlf", message });
      }
    }
    const text = decodeUtf8(line);
    events.push(
      text === undefined
        ? { kind: "unreadable", number, code: "encoding", message: notUtf8(line) }
        : { kind: "line", number, text },
    );
  }
}

const EMPTY = new Uint8Array(0);

function notUtf8(line: Uint8Array): string {
  const at = invalidUtf8At(line);
  const byte = (line[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  return `Byte ${at + 1} of this line (hex ${byte}) is not valid UTF-8; the file seems to be in another encoding, or damaged.`;
}
