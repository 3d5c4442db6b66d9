import type { ArchiveParser, ParsedItem, Parser } from "../codec.ts";
import { detectFormat } from "../detect.ts";
import { type DiagnosticCode, diagnostic } from "../diagnostics.ts";
import { findImportCodec, type ImportCodec } from "../registry.ts";
import { baseName } from "./name.ts";
import type { ReadOptions } from "./options.ts";
import { packingOf } from "./unpack.ts";

/** What is looked at to tell the format. */
const HEAD = 64 * 1024;
/** Bytes parsed at a time: what comes back stays small. */
const SLICE = 64 * 1024;

type Items = AsyncGenerator<readonly ParsedItem[]>;
type Open = {
  readonly path: string;
  readonly name: string;
  head: Uint8Array;
  /** Undefined until its beginning is there; null where it is not read. */
  parser: Parser | Waiting | null | undefined;
};
/** A plain text that came before any file that says which format they are in. */
type Waiting = { readonly path: string; readonly name: string; readonly pieces: Uint8Array[] };

/** Bytes of such texts that are kept; beyond it they are taken for the commonest format that has them. */
const MAX_WAITING = 64 * 1024 * 1024;

/** Reads the files of an archive, or a single one, each with a parser of the format that the first of them is in. */
export class MemberReader {
  readonly #options: ReadOptions;
  #codec: ImportCodec | null | undefined;
  #archive = false;
  #open: Open | undefined;
  /** Takes all files of an archive, where the format is one of several files. */
  #whole: ArchiveParser | undefined;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #read = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
    if (options.codec) this.#choose(options.codec);
  }

  get codec(): ImportCodec | null | undefined {
    return this.#codec;
  }

  openArchive(): void {
    this.#archive = true;
  }

  openFile(name: string): void {
    this.#open = { path: name, name, head: new Uint8Array(0), parser: undefined };
  }

  openMember(path: string): void {
    this.#open = { path, name: baseName(path), head: new Uint8Array(0), parser: undefined };
  }

  async *push(bytes: Uint8Array): Items {
    const open = this.#open;
    if (!open || open.parser === null) return;
    if (open.parser) {
      if ("pieces" in open.parser) yield* this.#keep(open.parser, bytes);
      else yield* parse(open.parser, bytes);
      return;
    }
    const joined = new Uint8Array(open.head.length + bytes.length);
    joined.set(open.head);
    joined.set(bytes, open.head.length);
    open.head = joined;
    if (joined.length >= HEAD) yield* this.#begin(open);
  }

  async *closeMember(): Items {
    const open = this.#open;
    if (!open) return;
    if (open.parser === undefined) yield* this.#begin(open);
    this.#open = undefined;
    const { parser } = open;
    if (parser && !("pieces" in parser) && parser !== this.#whole) yield* finish(parser);
  }

  /** After the last byte. */
  async *end(): Items {
    yield* this.closeMember();
    yield* this.#settle();
    if (this.#whole) yield* finish(this.#whole);
    if (this.#archive && this.#codec && this.#read === 0) {
      yield [this.#about("error", "empty_file", "The archive holds no file in this format.")];
    }
    this.#codec ??= null;
  }

  /** Nothing follows: what is half read is not read on. */
  breakOff(): void {
    this.#open = undefined;
    this.#codec ??= null;
  }

  async *#begin(open: Open): Items {
    const { head } = open;
    open.head = new Uint8Array(0);
    open.parser = null;
    const found = this.#recognise(open, head);
    if (found === "later") {
      const waiting: Waiting = { path: open.path, name: open.name, pieces: [] };
      open.parser = waiting;
      this.#waiting.push(waiting);
      yield* this.#keep(waiting, head);
      return;
    }
    if (found) {
      yield [found];
      return;
    }
    if (!this.#codec) return;
    if (this.#waiting.length > 0) yield* this.#settle();
    this.#read++;
    open.parser = await this.#parserFor(this.#codec, open);
    if (open.parser === this.#whole) yield this.#whole.file(open.path);
    yield* parse(open.parser, head);
  }

  async *#keep(waiting: Waiting, bytes: Uint8Array): Items {
    waiting.pieces.push(bytes.slice());
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > MAX_WAITING) yield* this.#settle();
  }

  /** Reads the texts that wait, in the format that is known by now. Nobody has annotated texts that are alone. */
  async *#settle(): Items {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    this.#waitingBytes = 0;
    const texts = findImportCodec("brat");
    if (!this.#codec && texts) this.#choose(texts);
    const codec = this.#codec;
    for (const each of waiting) {
      const { path, name, pieces } = each;
      if (!codec?.companions?.test(name)) {
        yield [this.#leftOut(name)];
        continue;
      }
      this.#read++;
      const parser = await this.#parserFor(codec, { path, name, head: NO_BYTES, parser: undefined });
      if (parser === this.#whole) yield this.#whole.file(path);
      for (const piece of pieces) yield* parse(parser, piece);
      // The one that is being read goes on where its beginning went.
      if (this.#open?.parser === each) this.#open.parser = parser;
    }
  }

  /** Finds the format, if it is not known yet. Answers why this file is not read, where it is not, or not yet. */
  #recognise(open: Open, head: Uint8Array): ParsedItem | "later" | undefined {
    if (packingOf(head)) {
      const message = this.#archive
        ? `${open.name} is packed itself: archives within archives are not read.`
        : "This file is packed twice; unpack it once first.";
      return this.#about("error", "archive", message);
    }
    if (this.#options.codec) return undefined;
    const found = detectFormat(open.name, head)?.codec;
    if (!this.#codec && found) this.#choose(found);
    if (!this.#archive) {
      this.#codec ??= null;
      return undefined;
    }
    if (!this.#codec && isPlainText(open.name)) return "later";
    const belongs = this.#codec?.companions?.test(open.name) && !isForPeople(open.name);
    return (found && found === this.#codec) || belongs ? undefined : this.#leftOut(open.name);
  }

  #leftOut(name: string): ParsedItem {
    return this.#about(
      "warning",
      "archive",
      `${name} was left out: it is not in the format of the other files.`,
    );
  }

  #choose(codec: ImportCodec): void {
    this.#options.onCodec?.(codec);
    this.#codec = codec;
  }

  async #parserFor(codec: ImportCodec, open: Open): Promise<Parser> {
    const { file } = this.#options;
    if (!this.#archive) return codec.createParser(this.#options);
    if (!codec.createArchiveParser) {
      return codec.createParser({ ...this.#options, file: `${file}/${open.name}` });
    }
    this.#whole ??= codec.createArchiveParser(this.#options);
    return this.#whole;
  }

  #about(severity: "error" | "warning", code: DiagnosticCode, message: string): ParsedItem {
    return { kind: "file", diagnostic: diagnostic(this.#options.file, severity, 0, "", code, message) };
  }
}

const NO_BYTES = new Uint8Array(0);
const isForPeople = (name: string): boolean => /^(?:readme|licen[cs]e|notice)/i.test(name);
/** A text in an archive that says nothing of itself: one that has its annotation beside it. */
const isPlainText = (name: string): boolean => /\.txt$/i.test(name) && !isForPeople(name);

async function* parse(parser: Parser, bytes: Uint8Array): Items {
  for (let at = 0; at < bytes.length; at += SLICE) yield parser.push(bytes.subarray(at, at + SLICE));
}

async function* finish(parser: Parser): Items {
  yield parser.end();
  if (parser.rest) yield* parser.rest();
}
