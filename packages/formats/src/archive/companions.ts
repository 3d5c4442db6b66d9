import type { ArchiveParser, ParsedItem, ParseOptions } from "../codec.ts";
import { type FileContext, fileContext } from "../context.ts";
import { type DiagnosticCode, diagnostic } from "../diagnostics.ts";
import { ByteBuffer } from "../lines/buffer.ts";
import { decodeUtf8 } from "../lines/utf8.ts";
import { Tally } from "../totals.ts";
import { baseName } from "./name.ts";

/** Bytes of files that wait for the others of their document. */
const MAX_WAITING = 64 * 1024 * 1024;

/** The texts of a document's files, by their extension without the dot. */
export type Companions<Kind extends string> = ReadonlyMap<Kind, string>;

export type CompanionReader<Kind extends string> = {
  /** Extensions of the files of a document, without the dot, in lower case. */
  readonly kinds: readonly Kind[];
  /** A document of which every file is there, or, at the end of the archive, as many as there are. `stem`: path without extension. */
  read(stem: string, files: Companions<Kind>, file: FileNotes): ParsedItem[];
};

/** What a reader needs to speak of the archive. */
export type FileNotes = {
  readonly context: FileContext;
  readonly totals: Tally;
  about(code: DiagnosticCode, message: string, severity?: "error" | "warning"): ParsedItem;
};

/** Reads the files of an archive that make a document together, in whatever order they stand in it. */
export function companionParser<Kind extends string>(
  options: ParseOptions,
  { kinds, read }: CompanionReader<Kind>,
): ArchiveParser {
  const { file } = options;
  const totals = new Tally();
  const content = new ByteBuffer();
  const waiting = new Map<string, Map<Kind, string>>();
  let waitingSize = 0;
  let open: { readonly path: string; readonly stem: string; readonly kind: Kind } | null = null;
  let full = false;

  const about: FileNotes["about"] = (code, message, severity = "error") => ({
    kind: "file",
    diagnostic: diagnostic(file, severity, 0, "", code, message),
  });
  const notes: FileNotes = { context: fileContext(options), totals, about };
  const close = (): ParsedItem[] => {
    if (!open) return [];
    const { path, stem, kind } = open;
    const text = decodeUtf8(content.take());
    open = null;
    if (text === undefined)
      return [about("encoding", `${baseName(path)} is not valid UTF-8; it was left out.`)];
    const files = waiting.get(stem) ?? new Map<Kind, string>();
    waitingSize += text.length - (files.get(kind)?.length ?? 0);
    files.set(kind, text);
    waiting.set(stem, files);
    return files.size === kinds.length ? take(stem, files) : [];
  };
  const take = (stem: string, files: Companions<Kind>): ParsedItem[] => {
    waiting.delete(stem);
    for (const text of files.values()) waitingSize -= text.length;
    return read(stem, files, notes);
  };
  return {
    totals,
    file: (path) => {
      const items = close();
      const [, stem = "", extension = ""] = /^(.*)\.([^./\\]+)$/s.exec(path) ?? [];
      const kind = kinds.find((each) => each === extension.toLowerCase());
      if (kind === undefined)
        return [...items, about("archive", `${baseName(path)} was left out.`, "warning")];
      open = { path, stem, kind };
      return items;
    },
    push: (bytes) => {
      if (full || !open) return [];
      if (content.length + bytes.length + waitingSize <= MAX_WAITING) {
        content.append(bytes);
        return [];
      }
      full = true;
      const message = `More than ${MAX_WAITING} bytes wait for other files of their documents; nothing more was read. Put the files of a document beside each other.`;
      return [about("too_many", message)];
    },
    end: () => {
      const items = full ? [] : close();
      for (const [stem, files] of waiting) items.push(...take(stem, files));
      if (totals.rows === 0 && items.length === 0) {
        items.push(about("empty_file", "The file is empty: it holds no rows."));
      }
      return items;
    },
  };
}
