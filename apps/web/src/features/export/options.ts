import type { ReviewState } from "@spanbridge/shared";
import type { ExportFormat, ProjectDetail } from "@spanbridge/shared/contracts";

/** What somebody chose to export. Empty lists mean all. */
export type ExportChoice = {
  readonly format: ExportFormat;
  readonly layer: string;
  readonly states: readonly ReviewState[];
  readonly documents: readonly string[];
};

export const formats: readonly {
  readonly value: ExportFormat;
  readonly name: string;
  readonly description: string;
  readonly extension: string;
  readonly mediaType: string;
}[] = [
  {
    value: "pairs",
    name: "Pairs (JSON lines)",
    description:
      "Holds everything: both texts, spans, links, states, notes. Importing it again gives the same.",
    extension: "jsonl",
    mediaType: "application/jsonl",
  },
  {
    value: "iob2",
    name: "Universal NER (IOB2)",
    description: "Tokens with tags, source side only, for training and evaluation.",
    extension: "iob2",
    mediaType: "text/plain",
  },
];

export const startChoice: ExportChoice = { format: "pairs", layer: "review", states: [], documents: [] };

/** "news-zh-review-accepted.jsonl": says what is in it. */
export function fileNameOf(
  { slug, documents }: Pick<ProjectDetail, "slug" | "documents">,
  choice: ExportChoice,
): string {
  const { format, layer, states } = choice;
  const some = choice.documents.length > 0 && choice.documents.length < documents;
  const parts = [slug, layer, ...states, ...(some ? ["part"] : [])];
  const extension = formats.find(({ value }) => value === format)?.extension ?? "txt";
  return `${parts.join("-").replace(/[^\p{L}\p{N}._-]+/gu, "_")}.${extension}`;
}

/** The route of the file; lists are repeated parameters. */
export function exportPath(slug: string, { format, layer, states, documents }: ExportChoice): string {
  const query = new URLSearchParams({ format, layer });
  for (const state of states) query.append("state", state);
  for (const document of documents) query.append("document", document);
  return `/api/projects/${encodeURIComponent(slug)}/export?${query}`;
}
