import { importSpecs, tokenSpecs } from "../options/common.ts";
import { defineOptions } from "../options/options.ts";
import { schemeChoices } from "../tokens/schemes.ts";

export const conllImportOptions = defineOptions([
  {
    key: "token_column",
    title: "Column of the token",
    hint: "Counted from 1.",
    kind: "column",
    default: "1",
  },
  {
    key: "tag_column",
    title: "Column of the tag",
    hint: "Counted from 1; empty: the last one.",
    kind: "column",
    default: "",
  },
  {
    key: "separator",
    title: "Columns are separated by",
    kind: "enum",
    choices: [
      { value: "auto", title: "Tabs where a line has one, else spaces" },
      { value: "tab", title: "Tabs" },
      { value: "space", title: "Spaces" },
    ],
    default: "auto",
  },
  {
    key: "scheme",
    title: "Tag scheme",
    kind: "enum",
    choices: [
      { value: "auto", title: "IOB2, BIOES or BILOU, told by the tags" },
      { value: "iob1", title: "IOB1: I- begins an entity" },
    ],
    default: "auto",
  },
  {
    key: "join",
    title: "The text is made of the tokens",
    hint: "Where the file does not have the text in comments.",
    kind: "enum",
    choices: [
      { value: "auto", title: "As the language is written; without spaces where spaces are tokens" },
      { value: "spaces", title: "With spaces between them" },
      { value: "none", title: "Without spaces" },
    ],
    default: "auto",
  },
  ...importSpecs,
]);

export const conllExportOptions = defineOptions([
  {
    key: "layout",
    title: "Columns",
    kind: "enum",
    choices: [
      { value: "conll2003", title: "CoNLL-2003: token, -X-, -X-, tag, with spaces" },
      { value: "two", title: "Token and tag, with a tab" },
    ],
    default: "conll2003",
  },
  { key: "scheme", title: "Tag scheme", kind: "enum", choices: schemeChoices, default: "iob2" },
  {
    key: "comments",
    title: "Ids, documents and texts as comment lines",
    hint: "Keeps them and the exact text; many readers of CoNLL files take comments for tokens.",
    kind: "boolean",
    default: false,
  },
  ...tokenSpecs,
]);
