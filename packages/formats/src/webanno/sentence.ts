import type { RowReport } from "../diagnostics.ts";
import { show } from "../show.ts";
import { splitEscaped, unescapeValue } from "./escapes.ts";

export type NumberedLine = { readonly number: number; readonly text: string };

/** A token or part of one. Offsets in UTF-16 units of the sentence. */
export type Unit = {
  readonly row: number;
  /** As relations name it: `1-3` or `1-3.1`. */
  readonly address: string;
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
};

export type Sentence = {
  readonly row: number;
  readonly id: string | null;
  readonly text: string;
  readonly units: readonly Unit[];
};

const UNIT = /^(\d+-\d+(?:\.\d+)?)\t(\d+)-(\d+)\t([^\t]*)(?:\t(.*))?$/s;

/** Reads the lines of one sentence: its text, then a row for each token and each part of one. */
export function readSentence(lines: readonly NumberedLine[], report: RowReport): Sentence | undefined {
  const texts: string[] = [];
  let id: string | null = null;
  let base: number | undefined;
  const units: Unit[] = [];
  for (const { number, text } of lines) {
    if (text.startsWith("#Text=")) texts.push(unescapeValue(text.slice("#Text=".length)));
    else if (text.startsWith("#Sentence.id=")) id = unescapeValue(text.slice("#Sentence.id=".length)) || null;
    else if (!text.startsWith("#")) {
      const [, address, from, to, form = "", rest] = UNIT.exec(text) ?? [];
      if (address === undefined) {
        const message = `Expected sentence-token, start-end and the token with tabs between them; found ${show(text)}.`;
        report.error("line", "columns", message, number);
        continue;
      }
      base ??= Number(from);
      const unit = { row: number, address, start: Number(from) - base, end: Number(to) - base };
      units.push({ ...unit, cells: rest === undefined ? [] : rest.split("\t") });
      checkForm(form, unit, texts.join("\n"), report);
    }
  }
  if (texts.length === 0) report.error("#Text", "missing", "The sentence has no line #Text=.");
  const [first] = lines;
  return first && !report.failed ? { row: first.number, id, text: texts.join("\n"), units } : undefined;
}

function checkForm(
  form: string,
  { row, start, end }: { readonly row: number; readonly start: number; readonly end: number },
  text: string,
  report: RowReport,
): void {
  const there = text.slice(start, end);
  if (there === form || there === unescapeValue(form)) return;
  const message = `The token is ${show(unescapeValue(form))}, but the text has ${show(there)} at ${start} to ${end} of the sentence (in UTF-16 units).`;
  report.error("token", "text_mismatch", message, row);
}

/** One annotation in a cell: its value, null where the feature is not set, and its number where it has one. */
export type Value = { readonly value: string | null; readonly number: number | null };

/** The annotations stacked in a cell; none for `_`. */
export function readCell(cell: string): Value[] {
  if (cell === "_" || cell === "") return [];
  return splitEscaped(cell, "|").map((part) => {
    const [, value = part, number] = /^(.*?)(?<!\\)\[(\d+)\]$/s.exec(part) ?? [];
    return {
      value: value === "*" ? null : unescapeValue(value),
      number: number === undefined ? null : Number(number),
    };
  });
}
