import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import type { NumberedLine } from "../lines/blocks.ts";
import { show } from "../show.ts";
import { readLabel } from "../spans.ts";
import { readTag } from "../tokens/schemes.ts";
import type { TokenLine } from "../tokens/tags.ts";
import { attributeOf, keyIn, type Misc, readMisc, without, writeMisc } from "./misc.ts";

/** What stands in the text: a word, or the words `from` to `to` (exclusive) of a multiword token. */
export type Surface = {
  readonly number: number;
  readonly form: string;
  readonly spaceAfter: boolean;
  readonly from: number;
  readonly to: number;
};

export type Words = {
  readonly words: readonly TokenLine[];
  readonly surfaces: readonly Surface[];
  /** Every line as it is, but for the entities: what an export puts them back into. */
  readonly kept: readonly string[];
};

const COLUMNS = 10;
const WORD = /^[1-9]\d*$/;
const RANGE = /^([1-9]\d*)-([1-9]\d*)$/;
const EMPTY_NODE = /^\d+\.[1-9]\d*$/;

/** Reads the lines of a sentence: words, ranges of multiword tokens, empty nodes. Bad ones are reported. */
export function readWords(
  lines: readonly NumberedLine[],
  key: string,
  context: FileContext,
  report: RowReport,
): Words {
  const words: TokenLine[] = [];
  const surfaces: Surface[] = [];
  const kept: string[] = [];
  for (const { number, text } of lines) {
    const columns = text.split("\t");
    const [id = "", form = ""] = columns;
    const last = columns[COLUMNS - 1];
    if (columns.length !== COLUMNS || last === undefined) {
      const message = `Expected ${COLUMNS} columns with tabs between them, found ${columns.length}: ${show(text)}.`;
      report.error("columns", "columns", message, number);
      continue;
    }
    const misc = readMisc(last);
    const entityKey = keyIn(misc, key);
    kept.push([...columns.slice(0, -1), writeMisc(without(misc, entityKey))].join("\t"));
    if (EMPTY_NODE.test(id)) continue;
    const range = RANGE.exec(id);
    if (!range && id !== String(words.length + 1)) {
      const message = `Expected the word's number, ${words.length + 1}; found ${show(id)}.`;
      report.error("id", WORD.test(id) ? "token_index" : "columns", message, number);
      continue;
    }
    if (form.trim() === "") report.error("form", "empty", "The form is empty.", number);
    const covered = (surfaces.at(-1)?.to ?? 0) > words.length;
    if (range) {
      const [from, to] = [Number(range[1]) - 1, Number(range[2])];
      const fits = from === words.length && to > from && !covered;
      if (!fits) report.error("id", "token_index", `The range ${show(id)} is out of place.`, number);
      else surfaces.push({ number, form, spaceAfter: spaceAfter(misc), from, to });
      continue;
    }
    if (!covered) {
      const at = words.length;
      surfaces.push({ number, form, spaceAfter: spaceAfter(misc), from: at, to: at + 1 });
    }
    words.push({ number, form, tag: tagOf(misc, entityKey, number, context, report) });
  }
  const last = surfaces.at(-1);
  if (last && last.to > words.length) {
    const message = `The multiword token ${show(last.form)} goes on behind the last word.`;
    report.error("id", "token_index", message, last.number);
  }
  return { words, surfaces, kept };
}

const spaceAfter = (misc: Misc): boolean => attributeOf(misc, "SpaceAfter") !== "No";

function tagOf(
  misc: Misc,
  key: string,
  number: number,
  context: FileContext,
  report: RowReport,
): TokenLine["tag"] {
  const value = attributeOf(misc, key);
  if (value === undefined) return null;
  const tag = readTag(value);
  if (tag === undefined) {
    const message = `Expected O or a tag such as B-PER or U-PER, found ${show(value)}.`;
    report.error(`misc.${key}`, "tag", message, number);
    return null;
  }
  if (tag === null) return null;
  const label = readLabel(tag.label, `misc.${key}`, context, report.at(number));
  return typeof label === "string" ? { ...tag, label } : null;
}
