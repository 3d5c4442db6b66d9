import { defineOptions, type OptionSpec } from "./options.ts";

/** Every import has these; `fileContext` reads them. */
export const importSpecs = [
  {
    key: "label_map",
    title: "Label map",
    hint: "What the file's labels are called here: PERSON=PER, ORGANIZATION=ORG. DATE= leaves entities of a label out, *= all that are not named.",
    kind: "map",
    default: "",
    placeholder: "PERSON=PER, ORGANIZATION=ORG, *=",
  },
  {
    key: "language",
    title: "Language of the text",
    hint: "For files that do not say theirs. Empty: the project's.",
    kind: "text",
    default: "",
    placeholder: "zh-TW",
  },
  {
    key: "other_languages",
    title: "Rows in another language than the project's",
    hint: "What is taken in keeps its language: it can be filtered, scored and exported by it.",
    kind: "enum",
    choices: [
      { value: "leave_out", title: "Are left out and reported" },
      { value: "keep", title: "Are taken in" },
    ],
    default: "leave_out",
  },
] as const satisfies readonly OptionSpec[];

/** For formats made of tokens. */
export const tokenSpecs = [
  {
    key: "tokens",
    title: "Tokens",
    hint: "By language: dictionary segmentation for Chinese, Japanese and Thai, spaces and punctuation elsewhere.",
    kind: "enum",
    choices: [
      { value: "file", title: "As imported, else by language" },
      { value: "language", title: "By language" },
      { value: "characters", title: "Characters" },
    ],
    default: "file",
  },
  {
    key: "inside",
    title: "An entity that begins or ends inside a token",
    hint: "Each is in the report.",
    kind: "enum",
    choices: [
      { value: "auto", title: "Left out of imported tokens, cut out of our own" },
      { value: "leave_out", title: "Is left out" },
      { value: "widen", title: "Is widened to whole tokens" },
      { value: "split", title: "Cuts the token" },
    ],
    default: "auto",
  },
] as const satisfies readonly OptionSpec[];

export const tokenOptions = defineOptions(tokenSpecs);
