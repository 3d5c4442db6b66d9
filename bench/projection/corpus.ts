import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LabelledRange } from "@spanbridge/metrics";
import type { NamePair, OfflineSegment, TextPair } from "@spanbridge/projection";
import { range } from "@spanbridge/shared";

const DATA = join(import.meta.dirname, "data");

/** A segment of a corpus with what its annotators (or a language model) say is right on the source side. */
export type Case = {
  readonly segment: OfflineSegment;
  /** Unit of cross-fitting: what is fitted never sees another sentence of the same document, in any language. */
  readonly document: string;
  readonly gold: readonly LabelledRange[];
  /** Gold place of a pivot entity, where the file has links. */
  readonly goldOf: ReadonlyMap<string, LabelledRange>;
};

type FileEntity = { id?: string; start: number; end: number; label: string };
type FileRecord = {
  id: string;
  source_lang: string;
  source_text: string;
  english_text: string;
  source_entities: FileEntity[];
  english_entities: FileEntity[];
  links?: [string, string][];
};

export function readCases(file: string): Case[] {
  return lines(join(DATA, file)).map((line) => {
    const record: FileRecord = JSON.parse(line);
    const gold = record.source_entities.map(({ start, end, label }) => ({ ...range(start, end), label }));
    const byId = new Map(
      record.source_entities.map((entity, index) => [entity.id ?? `s${index}`, gold[index]]),
    );
    const goldOf = new Map<string, LabelledRange>();
    for (const [pivot, source] of record.links ?? []) {
      const place = byId.get(source);
      if (place) goldOf.set(pivot, place);
    }
    return {
      document: record.id.slice(0, 6),
      gold,
      goldOf,
      segment: {
        id: record.id,
        sourceLang: record.source_lang,
        sourceText: record.source_text,
        pivotText: record.english_text,
        entities: record.english_entities.map(({ id, start, end, label }, index) => ({
          ...range(start, end),
          id: id ?? `e${index}`,
          label,
        })),
      },
    };
  });
}

export function readLexicon(language: string): NamePair[] {
  const file = join(DATA, "lexicon", `en-${language}.tsv`);
  if (!existsSync(file)) return [];
  return lines(file)
    .slice(1)
    .flatMap((line) => {
      const [pivot, source] = line.split("\t");
      return pivot && source ? [{ pivot, source }] : [];
    });
}

/** Parallel text, English first, tab separated. */
export function readBackground(file: string): TextPair[] {
  return lines(file).flatMap((line) => {
    const [pivot, source] = line.split("\t");
    return pivot && source ? [{ pivot, source }] : [];
  });
}

const lines = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
