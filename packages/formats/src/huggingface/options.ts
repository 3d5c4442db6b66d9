import { importSpecs, tokenSpecs } from "../options/common.ts";
import { defineOptions, type OptionSpec } from "../options/options.ts";
import { schemeChoices } from "../tokens/schemes.ts";

/** What is the same of both files of the datasets library. */
export const hfFacts = {
  offsets: "tokens",
  lossless: false,
  cannotHold: [
    "the translation and its entities",
    "links, absences",
    "overlapping entities",
    "scores",
    "review, notes",
    "metadata",
  ],
  counted: null,
} as const;

const packageSpec = {
  key: "package",
  title: "File",
  kind: "enum",
  choices: [
    { value: "dataset", title: "Data set: ZIP with the data and its card (README.md)" },
    { value: "file", title: "The data alone" },
  ],
  default: "dataset",
} as const satisfies OptionSpec;

const schemeSpec = {
  key: "scheme",
  title: "Tag scheme",
  kind: "enum",
  choices: schemeChoices,
  default: "iob2",
} as const satisfies OptionSpec;

const importColumns = [
  { key: "tokens", title: "Column of the tokens", kind: "column", default: "tokens" },
  { key: "tags", title: "Column of the tags", kind: "column", default: "ner_tags" },
  {
    key: "names",
    title: "Names of the tags",
    hint: "Where the file has numbers without saying what they mean: the names in their order.",
    kind: "text",
    default: "",
    placeholder: "O, B-PER, I-PER, B-ORG, I-ORG",
  },
] as const satisfies readonly OptionSpec[];

export const hfImportOptions = defineOptions([...importColumns, ...importSpecs]);

export const hfJsonlExportOptions = defineOptions([
  packageSpec,
  {
    key: "tags",
    title: "Tags",
    kind: "enum",
    choices: [
      { value: "names", title: "As names: B-PER" },
      { value: "numbers", title: "As numbers, named in the card" },
    ],
    default: "names",
  },
  schemeSpec,
  ...tokenSpecs,
]);

export const hfParquetExportOptions = defineOptions([packageSpec, schemeSpec, ...tokenSpecs]);

/** Names between commas or white space. */
export const readNames = (value: string): readonly string[] =>
  value.split(/[\s,]+/).filter((name) => name !== "");
