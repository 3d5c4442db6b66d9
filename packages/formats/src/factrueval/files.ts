import type { RowReport } from "../diagnostics.ts";
import { show } from "../show.ts";

/** Offsets count code points of the document's text; `end` is exclusive. */
export type Piece = { readonly id: string; readonly start: number; readonly end: number };
/** `text`: what the file says stands there, without white space. */
export type NamedPiece = Piece & { readonly label: string; readonly text: string };
/** An entity: the spans it is made of, by their ids. */
export type FactObject = { readonly id: string; readonly label: string; readonly spans: readonly string[] };

const TOKEN = /^(\d+) (\d+) (\d+) (\S.*)$/;
const SPAN = /^(\d+) (\S+) (\d+) (\d+) \d+ (\d+)\s+#\s*(.*)$/;
const OBJECT = /^(\d+) (\S+)((?: \d+)+)\s*(?:#.*)?$/;

type Lines = readonly { readonly number: number; readonly text: string }[];

const linesOf = (file: string): Lines =>
  file.split("\n").map((text, index) => ({ number: index + 1, text: text.trim() }));

/** `.tokens`: id, start, length, token a line; an empty line after each sentence. */
export function readTokens(file: string, report: RowReport): readonly (readonly NamedPiece[])[] {
  const sentences: NamedPiece[][] = [];
  let open: NamedPiece[] = [];
  for (const { number, text } of [...linesOf(file), { number: 0, text: "" }]) {
    if (text === "") {
      if (open.length > 0) sentences.push(open);
      open = [];
      continue;
    }
    const [, id, start, length, token] = TOKEN.exec(text) ?? [];
    if (id === undefined || token === undefined) {
      malformed("tokens", number, "id start length token", text, report);
      continue;
    }
    open.push({ ...pieceOf(id, start, length), label: "", text: squeeze(token) });
  }
  return sentences;
}

/** `.spans`: id, type, start, length, first token, number of tokens, and behind `#` the tokens' ids and the words. */
export function readSpans(file: string, report: RowReport): readonly NamedPiece[] {
  const spans: NamedPiece[] = [];
  for (const { number, text } of linesOf(file)) {
    if (text === "") continue;
    const [, id, label, start, length, count, comment = ""] = SPAN.exec(text) ?? [];
    if (id === undefined || label === undefined) {
      malformed("spans", number, "id type start length token count # tokens words", text, report);
      continue;
    }
    const words = comment.split(/\s+/).slice(Number(count)).join("");
    spans.push({ ...pieceOf(id, start, length), label, text: words });
  }
  return spans;
}

/** `.objects`: id, type, ids of its spans, and behind `#` the words. */
export function readObjects(file: string, report: RowReport): readonly FactObject[] {
  const objects: FactObject[] = [];
  for (const { number, text } of linesOf(file)) {
    if (text === "") continue;
    const [, id, label, spans = ""] = OBJECT.exec(text) ?? [];
    if (id === undefined || label === undefined)
      malformed("objects", number, "id type spans # words", text, report);
    else objects.push({ id, label, spans: spans.trim().split(" ") });
  }
  return objects;
}

const pieceOf = (id: string, start: string | undefined, length: string | undefined): Piece => ({
  id,
  start: Number(start),
  end: Number(start) + Number(length),
});

/** Words of the files stand with a space between tokens, whatever the text has there. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, "");

function malformed(kind: string, line: number, expected: string, found: string, report: RowReport): void {
  report.error(
    kind,
    "columns",
    `Line ${line} of the .${kind} file: expected ${expected}; found ${show(found)}.`,
  );
}

/** Whether a file begins like one of the three that say what they are. */
export function looksLikeFactRuEval(head: string): number {
  const lines = head.split("\n", 4).filter((line) => line.trim() !== "");
  const [first] = lines;
  if (first === undefined) return 0;
  const all = (pattern: RegExp) => lines.every((line) => pattern.test(line.trim()));
  if (all(SPAN)) return 0.95;
  if (all(/^\d+ [A-Z]\w*(?: \d+)+ # /)) return 0.95;
  return all(TOKEN) && TOKEN.exec(first.trim())?.[2] === "0" ? 0.6 : 0;
}
