import { importSpecs } from "../options/common.ts";
import { defineOptions } from "../options/options.ts";
import type { ColumnChoice, TableChoice } from "./columns.ts";

const column = { kind: "column", default: "", placeholder: "found by name or content" } as const;

export const parallelImportOptions = defineOptions([
  ...importSpecs,
  {
    key: "separator",
    title: "Between the columns",
    kind: "enum",
    choices: [
      { value: "auto", title: "As in the first line" },
      { value: "tab", title: "Tab" },
      { value: "comma", title: "Comma (CSV)" },
      { value: "semicolon", title: "Semicolon (CSV)" },
      { value: "aligned", title: "Two files, line by line" },
    ],
    default: "auto",
  },
  {
    key: "header",
    title: "First row",
    kind: "enum",
    choices: [
      { value: "auto", title: "Names the columns if it looks like it" },
      { value: "yes", title: "Names the columns" },
      { value: "no", title: "Is a row like the others" },
    ],
    default: "auto",
  },
  { key: "source_column", title: "Source text", ...column },
  { key: "pivot_column", title: "Translation", hint: "A dash (-): there is none.", ...column },
  { key: "id_column", title: "Id", ...column, placeholder: "none" },
  { key: "document_column", title: "Document", ...column, placeholder: "none" },
]);

export const parallelExportOptions = defineOptions([
  {
    key: "separator",
    title: "Between the columns",
    kind: "enum",
    choices: [
      { value: "comma", title: "Comma (CSV): any text comes back as it was" },
      { value: "tab", title: "Tab (TSV): tabs and line breaks in a text become spaces" },
    ],
    default: "comma",
  },
]);

type Values = ReturnType<typeof parallelImportOptions.read>;

export function tableChoice(values: Values): TableChoice {
  const { separator, header } = values;
  return {
    separator: separator === "auto" ? undefined : separator,
    header: header === "auto" ? undefined : header === "yes",
    source: columnOf(values.source_column),
    pivot: columnOf(values.pivot_column),
    id: columnOf(values.id_column),
    document: columnOf(values.document_column),
  };
}

/** A column by its number from 1 or its name; null for a dash: none. */
function columnOf(value: string): ColumnChoice["source"] {
  const given = value.trim();
  if (given === "") return undefined;
  if (given === "-") return null;
  return /^[1-9]\d{0,3}$/.test(given) ? Number(given) - 1 : given;
}
