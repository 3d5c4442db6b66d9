import type { SnapshotManifest, SplitCounts } from "@spanbridge/shared/contracts";

export type CardFacts = {
  readonly name: string;
  readonly note: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly manifest: SnapshotManifest;
};

/**
 * The dataset card: Markdown with the front matter that hubs of datasets read. Everything in it is from the manifest, so
 * the same snapshot always has the same card.
 */
export function datasetCard({ name, note, createdAt, createdBy, manifest }: CardFacts): string {
  const { project, plan, counts, segments, guidelines, files } = manifest;
  return [
    ...frontMatter(name, manifest),
    `# ${name}`,
    "",
    `${count(segments, "segment")} of "${inline(project.name)}" (${project.sourceLang} with ${project.pivotLang}), frozen by ${inline(createdBy)} on ${createdAt.slice(0, 10)}.`,
    ...(note ? ["", note] : []),
    "",
    "## What is in it",
    "",
    `- Layer: ${inline(plan.layer)}`,
    `- States: ${plan.states.length > 0 ? plan.states.join(", ") : "all"}`,
    `- Documents: ${plan.documents.length > 0 ? plan.documents.map(inline).join(", ") : "all"}`,
    ...languagesLines(manifest),
    `- Splits: ${ruleWords(manifest)}`,
    ...leftOut(manifest),
    "",
    ...countsTable(counts),
    "",
    ...labelsTable(manifest),
    "",
    "Offsets in files of Spanbridge are Unicode code points, half-open, on the unmodified text.",
    "",
    "## Source and licence",
    "",
    `Licence: ${inline(manifest.licence) || "not stated"}`,
    "",
    manifest.attribution ? inline(manifest.attribution) : "The project states no source.",
    "",
    "## Guidelines",
    "",
    `SHA-256 \`${guidelines.sha256}\``,
    "",
    guidelines.text.trim() ? fenced(guidelines.text) : "There were none.",
    "",
    "## Checksums",
    "",
    `SHA-256 of the files in the pairs format (JSON lines), as Spanbridge ${manifest.spanbridge} writes them:`,
    "",
    "| split | bytes | SHA-256 |",
    "| --- | ---: | --- |",
    ...files.map(({ split, bytes, sha256 }) => `| ${split ?? "all"} | ${bytes} | \`${sha256}\` |`),
    "",
  ].join("\n");
}

function frontMatter(name: string, { project, licence, segments, languages }: SnapshotManifest): string[] {
  const sources = languages.length > 0 ? languages.map(({ language }) => language) : [project.sourceLang];
  const tags = [...sources, project.pivotLang];
  return [
    "---",
    `pretty_name: ${JSON.stringify(name)}`,
    "language:",
    ...[...new Set(tags.map((tag) => tag.split("-", 1)[0]))].map((tag) => `- ${tag}`),
    ...(licence ? [`license: other`, `license_name: ${JSON.stringify(licence)}`] : []),
    "task_categories:",
    "- token-classification",
    "- translation",
    "task_ids:",
    "- named-entity-recognition",
    "size_categories:",
    `- ${sizeCategory(segments)}`,
    "---",
    "",
  ];
}

function languagesLines({ plan, languages }: SnapshotManifest): string[] {
  const chosen = plan.languages.length > 0 ? `- Only source texts in: ${plan.languages.join(", ")}` : null;
  const several = languages.length > 1;
  const counted = languages.map(({ language, segments }) => `${language} ${segments}`).join(", ");
  return [...(chosen ? [chosen] : []), ...(several ? [`- Languages of the source: ${counted}`] : [])];
}

function sizeCategory(segments: number): string {
  const steps = [
    [1_000, "n<1K"],
    [10_000, "1K<n<10K"],
    [100_000, "10K<n<100K"],
    [1_000_000, "100K<n<1M"],
  ] as const;
  return steps.find(([below]) => segments < below)?.[1] ?? "1M<n<10M";
}

function ruleWords({ plan: { split } }: SnapshotManifest): string {
  switch (split.by) {
    case "none":
      return "none";
    case "field":
      return `by the field \`${split.field}\` of the imported rows`;
    case "segment":
    case "document": {
      const { train, dev, test } = split.ratio;
      const kept = split.keep === null ? "" : `; segments of "${inline(split.keep)}" stay where they were`;
      return `train ${train}, dev ${dev}, test ${test} by ${split.by}${split.stratify ? ", stratified by label" : ""}, seed ${split.seed}${kept}`;
    }
  }
}

function leftOut({ duplicates, unassigned }: SnapshotManifest): string[] {
  return [
    ...(duplicates > 0
      ? [`- ${count(duplicates, "segment")} in no split: their text is in one that is held out`]
      : []),
    ...(unassigned > 0
      ? [`- ${count(unassigned, "segment")} in no split: the field says nothing of them`]
      : []),
  ];
}

const countsTable = (counts: readonly SplitCounts[]): string[] => [
  "| split | segments | documents | spans | links |",
  "| --- | ---: | ---: | ---: | ---: |",
  ...counts.map(
    ({ split, segments, documents, spans, links }) =>
      `| ${split ?? "in none"} | ${segments} | ${documents} | ${spans} | ${links} |`,
  ),
];

function labelsTable({ counts, project }: SnapshotManifest): string[] {
  const splits = counts.map(({ split }) => split ?? "in none");
  const labels = [...new Set(counts.flatMap((each) => each.labels.map(({ label }) => label)))];
  const cell = ({ labels: own }: SplitCounts, wanted: string): string => {
    const found = own.find(({ label }) => label === wanted);
    return found ? `${found.source} / ${found.pivot}` : "0 / 0";
  };
  return [
    `Entities by label, ${project.sourceLang} / ${project.pivotLang}:`,
    "",
    `| label | ${splits.join(" | ")} |`,
    `| --- |${" ---: |".repeat(splits.length)}`,
    ...labels.map((label) => `| ${inline(label)} | ${counts.map((each) => cell(each, label)).join(" | ")} |`),
  ];
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? "" : "s"}`;

/** On one line, and no Markdown but what it looks like. */
const inline = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>|#]/g, "\\$&");

/** In a fence longer than any in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}markdown\n${text.trimEnd()}\n${fence}`;
}
