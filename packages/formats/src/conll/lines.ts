import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import type { NumberedLine } from "../lines/blocks.ts";
import { show } from "../show.ts";
import { readLabel } from "../spans.ts";
import { readTag } from "../tokens/schemes.ts";
import type { TokenLine } from "../tokens/tags.ts";

export type Columns = {
  readonly separator: "auto" | "tab" | "space";
  /** From 1; tag 0: the last. */
  readonly token: number;
  readonly tag: number;
};

/** The columns of a line. A token may be a space where tabs separate. */
export function splitColumns(line: string, separator: Columns["separator"]): string[] {
  const byTab = separator === "tab" || (separator === "auto" && line.includes("\t"));
  return byTab ? line.split("\t") : line.trim().split(/[ \t]+/);
}

const OURS = /^# (?:(?:sent_id|text|newdoc id) = |newdoc$)/;

/** A line that begins with # and has no tag is a comment; "#" can be a token as well. */
export function isComment(line: string, columns: Columns): boolean {
  if (!line.startsWith("#")) return false;
  if (OURS.test(line)) return true;
  const parts = splitColumns(line, columns.separator);
  const tag = columns.tag === 0 ? parts.at(-1) : parts[columns.tag - 1];
  return parts.length < 2 || tag === undefined || readTag(tag) === undefined;
}

export const isDocumentStart = (line: string): boolean => /^-DOCSTART-(?:\s|$)/.test(line);

/** Reads the token lines of a sentence. Bad ones are reported. */
export function readLines(
  lines: readonly NumberedLine[],
  columns: Columns,
  context: FileContext,
  report: RowReport,
): TokenLine[] {
  const tokens: TokenLine[] = [];
  for (const { number, text } of lines) {
    const parts = splitColumns(text, columns.separator);
    const tagAt = columns.tag === 0 ? parts.length : columns.tag;
    const [form, tag] = [parts[columns.token - 1], parts[tagAt - 1]];
    if (form === undefined || tag === undefined || tagAt === columns.token) {
      const needed = Math.max(columns.token, columns.tag, 2);
      const message = `Expected ${needed} columns or more, found ${parts.length}: ${show(text)}.`;
      report.error("columns", "columns", message, number);
    } else if (form === "") {
      report.error("token", "empty", "The token is empty.", number);
    } else {
      tokens.push({ number, form, tag: tagOf(tag, number, context, report) });
    }
  }
  return tokens;
}

function tagOf(value: string, number: number, context: FileContext, report: RowReport): TokenLine["tag"] {
  const tag = readTag(value);
  if (tag === null) return null;
  if (tag === undefined) {
    const message = `Expected O or a tag such as B-PER or I-PER, found ${show(value)}.`;
    report.error("tag", "tag", message, number);
    return null;
  }
  const label = readLabel(tag.label, "tag", context, report.at(number));
  return typeof label === "string" ? { ...tag, label } : null;
}
