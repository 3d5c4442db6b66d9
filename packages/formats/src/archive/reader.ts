import type { ParsedItem } from "../codec.ts";
import { type DiagnosticCode, diagnostic } from "../diagnostics.ts";
import { HEAD_BYTES } from "../lines/head.ts";
import type { ImportCodec } from "../registry.ts";
import { MemberReader } from "./members.ts";
import type { ReadOptions } from "./options.ts";
import { packingOf, type Unpacked, Unpacker } from "./unpack.ts";

/**
 * Reads a file of any format of ours, packed with gzip or in a ZIP archive or not at all, as its bytes come. Of an
 * archive, every file that is in the format of the first is read, in the archive's order.
 */
export class FileReader {
  readonly #options: ReadOptions;
  readonly #members: MemberReader;
  #head = new Uint8Array(0);
  #unpacker: Unpacker | undefined;
  #state: "start" | "open" | "closed" = "start";

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#members = new MemberReader(options);
  }

  /** Undefined until it is known; null when the file has ended and is in no format of ours. */
  get codec(): ImportCodec | null | undefined {
    return this.#members.codec;
  }

  async *push(bytes: Uint8Array): AsyncGenerator<readonly ParsedItem[]> {
    if (this.#state === "closed") return;
    if (this.#state === "open") {
      yield* this.#feed(bytes);
      return;
    }
    const joined = new Uint8Array(this.#head.length + bytes.length);
    joined.set(this.#head);
    joined.set(bytes, this.#head.length);
    this.#head = joined;
    if (joined.length >= HEAD_BYTES) yield* this.#begin();
  }

  async *end(): AsyncGenerator<readonly ParsedItem[]> {
    if (this.#state === "start") yield* this.#begin();
    if (this.#unpacker) for (const item of this.#unpacker.end()) yield* this.#take(item);
    if (!this.#isClosed()) yield* this.#members.end();
    this.#state = "closed";
  }

  /** Asked between steps, which change it. */
  #isClosed(): boolean {
    return this.#state === "closed";
  }

  async *#begin(): AsyncGenerator<readonly ParsedItem[]> {
    this.#state = "open";
    const { file, limits } = this.#options;
    const packing = packingOf(this.#head);
    if (packing) this.#unpacker = new Unpacker(packing, limits);
    if (packing === "zip") this.#members.openArchive();
    else this.#members.openFile(packing === "gzip" ? file.replace(/\.(?:gz|gzip)$/i, "") : file);
    const head = this.#head;
    this.#head = new Uint8Array(0);
    yield* this.#feed(head);
  }

  async *#feed(bytes: Uint8Array): AsyncGenerator<readonly ParsedItem[]> {
    if (!this.#unpacker) {
      yield* this.#members.push(bytes);
      return;
    }
    for (const item of this.#unpacker.push(bytes)) yield* this.#take(item);
  }

  async *#take(item: Unpacked): AsyncGenerator<readonly ParsedItem[]> {
    switch (item.kind) {
      case "file":
        this.#members.openMember(item.path);
        return;
      case "bytes":
        yield* this.#members.push(item.bytes);
        return;
      case "end":
        yield* this.#members.closeMember();
        return;
      case "skipped":
        yield [this.#about("archive", `${item.path} was left out. ${item.reason}`)];
        return;
      case "fatal":
        this.#state = "closed";
        this.#members.breakOff();
        yield [this.#about(item.code, `This is a packed file. ${item.reason}`)];
    }
  }

  #about(code: DiagnosticCode, message: string): ParsedItem {
    return { kind: "file", diagnostic: diagnostic(this.#options.file, "error", 0, "", code, message) };
  }
}
