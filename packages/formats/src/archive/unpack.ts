import { Gunzip, Unzip, UnzipInflate } from "fflate";
import { UNPACK_LIMITS, UnpackGuard, type UnpackLimits } from "./guard.ts";

/** What comes out of a packed file, in order. */
export type Unpacked =
  /** A file of an archive begins; `path` as the archive has it, for display only. */
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** The file ends. */
  | { readonly kind: "end" }
  /** A file of the archive that cannot be read. */
  | { readonly kind: "skipped"; readonly path: string; readonly reason: string }
  /** Nothing follows. */
  | { readonly kind: "fatal"; readonly code: "archive" | "archive_bomb"; readonly reason: string };

export type Packing = "gzip" | "zip";

/** How a file that begins with these bytes is packed; undefined where it is not. */
export function packingOf(head: Uint8Array): Packing | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  const [p, k, a, b] = head;
  // A file of an archive, or the end of one without files.
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6)) ? "zip" : undefined;
}

/** Bytes unpacked at a time: what comes out of so many stays small even where the ratio is absurd. */
const SLICE = 4096;

/** Unpacks bytes as they come. Never throws; memory is bounded by what `SLICE` bytes unpack to. */
export class Unpacker {
  readonly #guard: UnpackGuard;
  readonly #feed: (bytes: Uint8Array, last: boolean) => void;
  #queue: Unpacked[] = [];
  #stopped = false;

  constructor(packing: Packing, limits: UnpackLimits = UNPACK_LIMITS) {
    this.#guard = new UnpackGuard(limits);
    this.#feed = packing === "gzip" ? this.#gunzip() : this.#unzip();
  }

  *push(bytes: Uint8Array): Generator<Unpacked> {
    for (let at = 0; at < bytes.length; at += SLICE) yield* this.#step(bytes.subarray(at, at + SLICE), false);
  }

  *end(): Generator<Unpacked> {
    yield* this.#step(new Uint8Array(0), true);
  }

  *#step(bytes: Uint8Array, last: boolean): Generator<Unpacked> {
    if (this.#stopped) return;
    this.#guard.packed(bytes.length);
    try {
      // A copy: what comes out may be a view of what went in, which is the caller's.
      this.#feed(bytes.slice(), last);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.#queue.push({
        kind: "fatal",
        code: "archive",
        reason: `It cannot be unpacked (${detail}): it is damaged, cut off or encrypted.`,
      });
    }
    const queue = this.#queue;
    this.#queue = [];
    for (const item of queue) {
      if (item.kind === "bytes") this.#guard.unpacked(item.bytes.length);
      if (item.kind === "file" || item.kind === "skipped") this.#guard.file();
      const problem = this.#guard.problem;
      if (problem !== undefined) {
        this.#stopped = true;
        yield { kind: "fatal", code: "archive_bomb", reason: problem };
        return;
      }
      if (item.kind === "fatal") this.#stopped = true;
      yield item;
      if (this.#stopped) return;
    }
  }

  #gunzip(): (bytes: Uint8Array, last: boolean) => void {
    const gunzip = new Gunzip((bytes) => {
      if (bytes.length > 0) this.#queue.push({ kind: "bytes", bytes });
    });
    return (bytes, last) => gunzip.push(bytes, last);
  }

  #unzip(): (bytes: Uint8Array, last: boolean) => void {
    const unzip = new Unzip((file) => {
      const path = file.name;
      if (path.endsWith("/") || isSystemFile(path)) return;
      if (file.compression !== 0 && file.compression !== 8) {
        const reason = "It is packed in a way that is not supported; store or deflate it.";
        this.#queue.push({ kind: "skipped", path, reason });
        return;
      }
      this.#queue.push({ kind: "file", path });
      file.ondata = (error, bytes, last) => {
        if (error) throw error;
        if (bytes.length > 0) this.#queue.push({ kind: "bytes", bytes });
        if (last) this.#queue.push({ kind: "end" });
      };
      file.start();
    });
    unzip.register(UnzipInflate);
    return (bytes, last) => unzip.push(bytes, last);
  }
}

/** What macOS and Windows put beside files. */
const isSystemFile = (path: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/.test(path);
