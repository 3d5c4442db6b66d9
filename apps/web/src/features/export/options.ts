import { exportCodecs, findExportCodec, type OptionSpec, outputOf } from "@spanbridge/formats";
import type { ReviewState } from "@spanbridge/shared";
import type { OptionValues, ProjectDetail } from "@spanbridge/shared/contracts";

/** What somebody chose to export. Empty lists mean all. */
export type ExportChoice = {
  readonly format: string;
  /** What differs from the format's defaults. */
  readonly formatOptions: OptionValues;
  readonly layer: string;
  readonly states: readonly ReviewState[];
  readonly documents: readonly string[];
  /** Of the source text. */
  readonly languages: readonly string[];
  /** Only the segments of this kept list. */
  readonly list?: string | undefined;
};

/** The formats one can export to, as cards. */
export const formats = exportCodecs.map(({ id, title, summary }) => ({
  value: id,
  name: title,
  description: summary,
}));

/** The format's options, for a form. */
export const optionsOf = (format: string): readonly OptionSpec[] =>
  findExportCodec(format)?.exportOptions.specs ?? [];

/** Whether one can see in the file, as it comes, how many segments have come. */
export const isCounted = (format: string): boolean => Boolean(findExportCodec(format)?.counted);

/** Extension with its dot, and media type. */
export function outputOfChoice({ format, formatOptions }: ExportChoice): {
  readonly extension: string;
  readonly mediaType: string;
} {
  const codec = findExportCodec(format);
  return codec ? outputOf(codec, formatOptions) : { extension: ".txt", mediaType: "text/plain" };
}

export const startChoice: ExportChoice = {
  format: "pairs",
  formatOptions: {},
  layer: "review",
  states: [],
  documents: [],
  languages: [],
};

/** "news-zh-review-accepted.jsonl": says what is in it. */
export function fileNameOf(
  { slug, documents }: Pick<ProjectDetail, "slug" | "documents">,
  choice: ExportChoice,
): string {
  const { layer, states } = choice;
  const some = choice.documents.length > 0 && choice.documents.length < documents;
  const parts = [slug, layer, ...states, ...choice.languages, ...(some || choice.list ? ["part"] : [])];
  return `${parts.join("-").replace(/[^\p{L}\p{N}._-]+/gu, "_")}${outputOfChoice(choice).extension}`;
}

/** The route of the file; lists are repeated parameters. */
export function exportPath(
  slug: string,
  { format, formatOptions, layer, states, documents, languages, list }: ExportChoice,
): string {
  const query = new URLSearchParams({ format, layer });
  for (const state of states) query.append("state", state);
  for (const [key, value] of Object.entries(formatOptions)) query.append("option", `${key}=${value}`);
  for (const document of documents) query.append("document", document);
  for (const language of languages) query.append("language", language);
  if (list) query.set("list", list);
  return `/api/projects/${encodeURIComponent(slug)}/export?${query}`;
}
