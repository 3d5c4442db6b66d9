import { codecs } from "@spanbridge/formats";
import { type EnglishName, findTitle, type Outcome, webAddress } from "@spanbridge/projection";
import { Text } from "@spanbridge/shared";
import { WIKIPEDIA_LICENCE, type WikipediaPair } from "@spanbridge/shared/contracts";
import { z } from "zod";

/** A pair in the published shape, with what the licence and a check of it need beside. Offsets in code points of `text`. */
export const corpusRow = (pair: WikipediaPair): object => ({
  ...publishedRow(pair),
  start: pair.start,
  end: pair.end,
  ...(pair.label !== "" && { label: pair.label }),
  name: pair.name,
  steps: pair.steps,
  lang: pair.language,
  title: pair.title,
  english_title: pair.englishTitle,
  page_id: pair.pageId,
  revision: pair.revision,
  url: pair.url,
  licence: pair.licence,
});

/** `{eng_entity, tgt_entity, text}`, as the corpus of arXiv 2509.01147 was published. */
export const publishedRow = ({ english, target, text }: WikipediaPair): object => ({
  eng_entity: english,
  tgt_entity: target,
  text,
});

const extraSchema = z.object({
  eat_tgt_entity: z.string().optional(),
  label: z.string().default(""),
  name: z.string().default(""),
  title: z.string().optional(),
  english_title: z.string().optional(),
  page_id: z.int().nullish(),
  revision: z.int().nullish(),
  url: z.string().default(""),
});

export type CorpusReading = {
  readonly outcomes: Outcome[];
  /** Rows that could not be read, with the reason. */
  readonly problems: { /** Line of the file. */ readonly row: number; readonly message: string }[];
};

/** Reads a corpus of the published shape (a list, or a row a line) and validates each of its pairs anew. */
export function readCorpus(file: string, bytes: Uint8Array, language: string): CorpusReading {
  const parser = codecs.eat.createParser({ file, labels: null });
  const outcomes: Outcome[] = [];
  const problems: { row: number; message: string }[] = [];
  for (const item of [...parser.push(bytes), ...parser.end()]) {
    if (item.kind === "file") {
      if (item.diagnostic.severity === "error") problems.push({ row: 0, message: item.diagnostic.message });
    } else if (item.kind === "bad") {
      problems.push({
        row: item.row,
        message: item.diagnostics.map(({ field, message }) => `${field}: ${message}`).join(" "),
      });
    } else {
      const { annotation, meta } = item.record;
      const extra = extraSchema.safeParse(meta?.extra ?? {}).data ?? extraSchema.parse({});
      const span = annotation.spans.find(({ side }) => side === "source");
      const target = span ? new Text(annotation.sourceText).slice(span) : (extra.eat_tgt_entity ?? "");
      const name = { name: annotation.pivotText, label: extra.label };
      outcomes.push(validated(name, target, annotation.sourceText, language, extra));
    }
  }
  return { outcomes, problems };
}

function validated(
  name: EnglishName,
  target: string,
  text: string,
  language: string,
  extra: z.output<typeof extraSchema>,
): Outcome {
  if (text.trim() === "") return { kind: "rejected", name, reason: "empty_introduction", detail: target };
  const found = findTitle(text, target, language);
  if (!found) return { kind: "rejected", name, reason: "title_not_in_text", detail: target };
  const { range, steps } = found;
  const pair = {
    english: name.name,
    label: name.label,
    target: new Text(text).slice(range),
    name: extra.name || found.name,
    text,
    start: range.start,
    end: range.end,
    steps,
    language,
    englishTitle: extra.english_title ?? name.name,
    title: extra.title ?? target,
    pageId: extra.page_id ?? null,
    revision: extra.revision ?? null,
    url: webAddress(extra.url),
    licence: WIKIPEDIA_LICENCE,
  } as const;
  return { kind: "accepted", name, pair };
}
