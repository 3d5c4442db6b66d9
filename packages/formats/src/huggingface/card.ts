import type { DatasetFacts } from "../codec.ts";

export type CardFacts = {
  readonly dataset: DatasetFacts | undefined;
  readonly sourceLang: string | null | undefined;
  readonly names: readonly string[];
  readonly segments: number;
  readonly spans: number;
  /** Where the data is, from the card. */
  readonly path: string;
};

/** The data set's card: front matter that loaders read, and what a reader should know. */
export function datasetCard({ dataset, sourceLang, names, segments, spans, path }: CardFacts): string {
  const { name = "", licence = "", attribution = "" } = dataset ?? {};
  const primary = sourceLang?.split("-", 1)[0];
  const front = [
    "---",
    ...(name === "" ? [] : [`pretty_name: ${JSON.stringify(name)}`]),
    ...(primary ? ["language:", `- ${primary}`] : []),
    ...(licence === "" ? [] : ["license: other", `license_name: ${JSON.stringify(licence)}`]),
    "task_categories:",
    "- token-classification",
    "task_ids:",
    "- named-entity-recognition",
    "configs:",
    "- config_name: default",
    "  data_files:",
    "  - split: train",
    `    path: ${path}`,
    "dataset_info:",
    "  features:",
    ...["id", "doc", "text"].flatMap((column) => [`  - name: ${column}`, "    dtype: string"]),
    "  - name: tokens",
    "    sequence: string",
    "  - name: ner_tags",
    "    sequence:",
    "      class_label:",
    "        names:",
    ...names.map((tag, number) => `          '${number}': ${JSON.stringify(tag)}`),
    "---",
  ];
  const text = [
    `# ${name === "" ? "Named entities" : name.replace(/\s+/g, " ")}`,
    "",
    `${segments} texts with ${spans} named entities, as tokens with tags. \`text\` is the text itself: tokens alone do not say`,
    "where spaces are.",
    ...(licence === "" ? [] : ["", `Licence: ${licence}`]),
    ...(attribution === "" ? [] : ["", attribution]),
    "",
  ];
  return [...front, "", ...text].join("\n");
}
