import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import { readExtra, readId } from "../foreign/read.ts";
import type { JsonRecord } from "../json.ts";
import { MAX_ID, MAX_TOKENS } from "../limits.ts";
import { readList, readString } from "../pairs/fields.ts";
import type { SegmentRecord } from "../record.ts";
import { kindOf, shorten, show } from "../show.ts";
import { readLabel } from "../spans.ts";
import { readTag } from "../tokens/schemes.ts";
import { readSentence } from "../tokens/sentence.ts";
import type { TokenLine } from "../tokens/tags.ts";

export type HfColumns = {
  readonly tokens: string;
  readonly tags: string;
  /** Of the numbers; empty where nothing names them. */
  readonly names: readonly string[];
};

const FIXED_KEYS = ["id", "doc", "lang", "text"];

/** A row of a token classification data set: `{id?, doc?, lang?, text?, tokens, ner_tags}`, tags as names or numbers. */
export function readHfRow(
  row: JsonRecord,
  columns: HfColumns,
  context: FileContext,
  report: RowReport,
): SegmentRecord | undefined {
  for (const key of [columns.tokens, columns.tags]) {
    if (row[key] !== undefined && row[key] !== null) continue;
    const there = Object.keys(row).slice(0, 12).join(", ");
    report.error(key, "missing", `There is no column ${show(key)}; the row has: ${shorten(there, 200)}.`);
  }
  if (report.failed) return undefined;
  const forms = readForms(row[columns.tokens], columns.tokens, report);
  const tags = readList(row[columns.tags], columns.tags, MAX_TOKENS, report);
  if (forms && tags && forms.length !== tags.length) {
    const message = `There are ${forms.length} tokens and ${tags.length} tags; each token has one.`;
    report.error(columns.tags, "tokens", message);
  }
  if (!forms || !tags || report.failed) return undefined;
  const tokens = forms.map((form, at): TokenLine => {
    const field = `${columns.tags}[${at}]`;
    return { number: report.row, form, tag: tagOf(tags[at], field, columns.names, context, report) };
  });
  const text = readString(row.text, "text", Number.MAX_SAFE_INTEGER, report);
  const sourceLang = readString(row.lang, "lang", MAX_ID, report) || context.sourceLang;
  if (row.lang && sourceLang) context.language.check(sourceLang, "lang", report);
  const id = readId(row.id, "id", report);
  if (id !== null && id.length > MAX_ID)
    report.error("id", "too_long", `At most ${MAX_ID} characters are read.`);
  const known = new Set([...FIXED_KEYS, columns.tokens, columns.tags]);
  const facts = {
    id: id || null,
    text: text ? { number: report.row, text } : null,
    document: readString(row.doc, "doc", MAX_ID, report) || null,
    sourceLang,
    extra: readExtra(row, known, "", report) ?? null,
    join: forms.some((form) => form.trim() === "") ? "none" : "language",
    warnOfJoin: "once",
  } as const;
  return readSentence(facts, tokens, context, report);
}

function readForms(value: unknown, field: string, report: RowReport): readonly string[] | undefined {
  const list = readList(value, field, MAX_TOKENS, report);
  if (!list) return undefined;
  const forms: string[] = [];
  for (const [at, form] of list.entries()) {
    if (typeof form === "string" && form !== "") forms.push(form);
    else report.error(`${field}[${at}]`, "wrong_type", `Expected a string, found ${kindOf(form)}.`);
  }
  return report.failed ? undefined : forms;
}

function tagOf(
  value: unknown,
  field: string,
  names: readonly string[],
  context: FileContext,
  report: RowReport,
): TokenLine["tag"] {
  const name = typeof value === "number" || typeof value === "bigint" ? names[Number(value)] : value;
  if (name === undefined && names.length === 0) {
    const message =
      "The tags are numbers, and the file does not say what they mean. Give their names in order.";
    report.error(field, "tag", message);
    return null;
  }
  const tag = typeof name === "string" ? readTag(name) : undefined;
  if (tag === undefined) {
    const known = names.length > 0 ? ` The numbers go from 0 to ${names.length - 1}.` : "";
    report.error(field, "tag", `Expected O or a tag such as B-PER, found ${show(value)}.${known}`);
    return null;
  }
  if (tag === null) return null;
  const label = readLabel(tag.label, field, context, report);
  return typeof label === "string" ? { ...tag, label } : null;
}
