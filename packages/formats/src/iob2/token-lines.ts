import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import type { NumberedLine } from "../lines/blocks.ts";
import { show } from "../show.ts";
import { readLabel } from "../spans.ts";
import type { TokenLine } from "../tokens/tags.ts";

const COLUMNS = 5;

/** Reads the token lines of a sentence: index, token, tag, an unused column, annotator. Bad ones are reported. */
export function readTokenLines(
  lines: readonly NumberedLine[],
  context: FileContext,
  report: RowReport,
): TokenLine[] {
  const tokens: TokenLine[] = [];
  for (const [at, { number, text }] of lines.entries()) {
    const columns = text.split("\t");
    const [index = "", form = "", tag = "", unused = "", annotator = ""] = columns;
    if (columns.length !== COLUMNS) {
      const message = `Expected ${COLUMNS} columns with tabs between them, found ${columns.length}: ${show(text)}.`;
      report.error("columns", "columns", message, number);
      continue;
    }
    if (index !== String(at + 1)) {
      const message = `Expected the token's number, ${at + 1}; found ${show(index)}.`;
      report.error("index", "token_index", message, number);
    }
    if (form.trim() === "") report.error("token", "empty", "The token is empty.", number);
    const read = readTag(tag, number, context, report);
    if (!isNone(unused)) {
      const message = `The fourth column has no meaning in this format; ${show(unused)} and others were left out.`;
      warnOnce("unused", message, number, context, report);
    }
    tokens.push({ number, form, tag: read, annotator: isNone(annotator) ? "" : annotator });
  }
  return tokens;
}

const isNone = (column: string): boolean => column === "-" || column === "_" || column === "";

function readTag(tag: string, number: number, context: FileContext, report: RowReport): TokenLine["tag"] {
  if (tag === "O") return null;
  const prefix = tag.slice(0, 2);
  if (prefix !== "B-" && prefix !== "I-") {
    const message = `Expected O, B-… or I-… with a label, found ${show(tag)}.`;
    report.error("tag", "tag", message, number);
    return null;
  }
  const label = readLabel(tag.slice(2), "tag", context, report.at(number));
  return typeof label === "string" ? { begins: prefix === "B-", label } : null;
}

function warnOnce(
  name: string,
  message: string,
  number: number,
  context: FileContext,
  report: RowReport,
): void {
  if (context.warned.has(name)) return;
  context.warned.add(name);
  report.warning("columns", "column_ignored", message, number);
}
