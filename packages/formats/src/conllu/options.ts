import { importSpecs, tokenSpecs } from "../options/common.ts";
import { defineOptions } from "../options/options.ts";
import { schemeChoices } from "../tokens/schemes.ts";

const key = {
  key: "key",
  title: "Key of the entities in MISC",
  kind: "text",
  default: "NE",
} as const;

export const conlluImportOptions = defineOptions([
  { ...key, hint: "With NE, words that have NER instead are read by that." },
  ...importSpecs,
]);
export const conlluExportOptions = defineOptions([
  key,
  { key: "scheme", title: "Tag scheme", kind: "enum", choices: schemeChoices, default: "bilou" },
  ...tokenSpecs,
]);
