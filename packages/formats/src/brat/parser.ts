import { baseName, folderOf } from "../archive/name.ts";
import type { ArchiveParser, ParsedItem, ParseOptions } from "../codec.ts";
import { fileContext } from "../context.ts";
import { type DiagnosticCode, diagnostic } from "../diagnostics.ts";
import { ByteBuffer } from "../lines/buffer.ts";
import { decodeUtf8 } from "../lines/utf8.ts";
import { Tally } from "../totals.ts";
import { documentOf, idOf } from "./names.ts";
import { readBrat } from "./read.ts";

/** Bytes of files that wait for the other of their pair. */
const MAX_WAITING = 64 * 1024 * 1024;

type Kind = "txt" | "ann";

/** Reads pairs of `.txt` and `.ann` files of an archive, in whatever order they stand in it. */
export function bratParser(options: ParseOptions, split: "lines" | "documents"): ArchiveParser {
  const { file } = options;
  const context = fileContext(options);
  const totals = new Tally();
  const content = new ByteBuffer();
  /** One file of a pair, by the path they share. */
  const waiting = new Map<string, { readonly kind: Kind; readonly text: string }>();
  let waitingSize = 0;
  let open: { readonly path: string; readonly kind: Kind } | null = null;
  let full = false;

  const about = (
    code: DiagnosticCode,
    message: string,
    severity: "error" | "warning" = "error",
  ): ParsedItem => ({
    kind: "file",
    diagnostic: diagnostic(file, severity, 0, "", code, message),
  });
  const read = (stem: string, text: string, ann: string): ParsedItem[] => {
    const doc = { id: idOf(baseName(stem)), document: documentOf(folderOf(stem)), text, ann };
    return readBrat(doc, `${file}/${baseName(stem)}`, split, context, totals);
  };
  const close = (): ParsedItem[] => {
    if (!open) return [];
    const { path, kind } = open;
    const text = decodeUtf8(content.take());
    open = null;
    if (text === undefined)
      return [about("encoding", `${baseName(path)} is not valid UTF-8; it was left out.`)];
    const stem = path.slice(0, -4);
    const other = waiting.get(stem);
    if (!other || other.kind === kind) {
      waiting.set(stem, { kind, text });
      waitingSize += text.length;
      return [];
    }
    waiting.delete(stem);
    waitingSize -= other.text.length;
    return kind === "txt" ? read(stem, text, other.text) : read(stem, other.text, text);
  };
  return {
    totals,
    file: (path) => {
      const items = close();
      const [, kind] = /\.(txt|ann)$/i.exec(path) ?? [];
      if (kind === undefined)
        return [...items, about("archive", `${baseName(path)} was left out.`, "warning")];
      open = { path, kind: kind.toLowerCase() === "txt" ? "txt" : "ann" };
      return items;
    },
    push: (bytes) => {
      if (full || !open) return [];
      if (content.length + bytes.length + waitingSize <= MAX_WAITING) {
        content.append(bytes);
        return [];
      }
      full = true;
      const message = `More than ${MAX_WAITING} bytes wait for the other file of their pair; nothing more was read. Put the two files of a document beside each other.`;
      return [about("too_many", message)];
    },
    end: () => {
      const items = full ? [] : close();
      for (const [stem, { kind, text }] of waiting) {
        // A text that nobody has annotated yet has an empty annotation.
        if (kind === "txt") items.push(...read(stem, text, ""));
        else
          items.push(about("missing", `${baseName(stem)}.ann has no .txt file beside it; it was left out.`));
      }
      waiting.clear();
      if (totals.rows === 0 && items.length === 0) {
        items.push(about("empty_file", "The file is empty: it holds no rows."));
      }
      return items;
    },
  };
}
