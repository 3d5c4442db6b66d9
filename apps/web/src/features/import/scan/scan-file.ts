import { detectFormat, findImportCodec, type ParsedItem, type Parser } from "@spanbridge/formats";
import type { Diagnostic } from "@spanbridge/shared/contracts";
import type { PreviewRow, ScanMessage, ScanRules } from "./messages.ts";

const HEAD_BYTES = 64 * 1024;
/** What the parser hands back at once stays small. */
const PIECE_BYTES = 256 * 1024;
const PREVIEW_ROWS = 8;
/** The page hears of progress about so often. */
const TELL_BYTES = 2 * 1024 * 1024;

type File = { readonly name: string; readonly bytes: Blob };

/**
 * Reads a file as the server will: recognises the format, then streams it through the codec, telling what it finds.
 * Memory stays bounded; nothing of the file is kept but the first rows.
 */
export async function scanFile(
  file: File,
  rules: ScanRules,
  tell: (message: ScanMessage) => void,
): Promise<void> {
  try {
    if (file.bytes.size === 0) return tell({ kind: "unknown", reason: "empty" });
    const head = new Uint8Array(await file.bytes.slice(0, HEAD_BYTES).arrayBuffer());
    const given = rules.format === undefined ? undefined : findImportCodec(rules.format);
    const codec = given ?? detectFormat(file.name, head)?.codec;
    if (!codec) return tell({ kind: "unknown", reason: "format" });
    const { id, title } = codec;
    tell({ kind: "recognised", format: { id, title } });
    const parser = await codec.createParser({
      file: file.name,
      labels: new Set(rules.labels),
      allowOverlap: rules.allowOverlap,
      sourceLang: rules.sourceLang,
      ...(rules.options && { options: rules.options }),
    });
    await readThrough(file.bytes, parser, tell);
    tell({ kind: "read" });
  } catch (error) {
    // Parsers never throw; what does is reading a file that was moved or changed.
    if (!(error instanceof DOMException)) throw error;
    tell({ kind: "unreadable" });
  }
}

async function readThrough(bytes: Blob, parser: Parser, tell: (message: ScanMessage) => void): Promise<void> {
  const collected = new Collected();
  let read = 0;
  let told = -1;
  const report = () => {
    const { rows, records, bad, spans, links } = parser.totals;
    tell({
      kind: "progress",
      bytes: read,
      totals: { rows, good: records, bad, spans, links },
      ...collected.take(),
    });
    told = read;
  };
  const reader = bytes.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (let at = 0; at < value.length; at += PIECE_BYTES) {
      const piece = value.subarray(at, at + PIECE_BYTES);
      collected.add(parser.push(piece));
      read += piece.length;
      // The first piece at once: the preview is what one waits for.
      if (told < 0 || read - told >= TELL_BYTES) report();
    }
  }
  collected.add(parser.end());
  if (parser.rest) {
    for await (const items of parser.rest()) {
      collected.add(items);
      report();
    }
  }
  report();
}

/** What was found since the page was last told. */
class Collected {
  #previewed = 0;
  #preview: PreviewRow[] = [];
  #diagnostics: Diagnostic[] = [];

  add(items: readonly ParsedItem[]): void {
    for (const item of items) {
      if (item.kind === "record") {
        this.#diagnostics.push(...item.warnings);
        if (this.#previewed < PREVIEW_ROWS) {
          this.#previewed++;
          this.#preview.push(previewOf(item));
        }
      } else if (item.kind === "bad") {
        this.#diagnostics.push(...item.diagnostics);
      } else {
        this.#diagnostics.push(item.diagnostic);
      }
    }
  }

  take(): { readonly preview: readonly PreviewRow[]; readonly diagnostics: readonly Diagnostic[] } {
    const taken = { preview: this.#preview, diagnostics: this.#diagnostics };
    this.#preview = [];
    this.#diagnostics = [];
    return taken;
  }
}

function previewOf({ row, record }: Extract<ParsedItem, { kind: "record" }>): PreviewRow {
  const { sourceText, pivotText, spans, links } = record.annotation;
  return { row, id: record.id, document: record.document, sourceText, pivotText, spans, links: links.length };
}
