import type { SegmentRecord } from "@spanbridge/formats";
import { AppError } from "../error.ts";
import type { ModelOptions } from "./model-options.ts";

export type ProjectOptions = ModelOptions & {
  readonly in: string;
  readonly out: string;
  readonly engine: "offline" | "eat";
  readonly pivotLang: string;
  readonly labels: string;
  readonly concurrency: string;
  readonly lexicon?: string[];
  readonly background?: string[];
  readonly sourceLang?: string;
  readonly threads?: number;
  readonly keep?: true;
};

/** What an engine says of one record. */
export type Answer = {
  readonly annotation: SegmentRecord["annotation"];
  readonly signals: readonly { readonly entity: string; readonly kind: string; readonly message: string }[];
  readonly placed: number;
  readonly unplaced: number;
  readonly kept: number;
  /** Why there is no answer; the record is then as it was. */
  readonly failed?: string;
};

export function languageOf({ id, sourceLang }: SegmentRecord, options: ProjectOptions): string {
  const language = sourceLang ?? options.sourceLang;
  if (language === undefined) {
    throw new AppError(
      "invalid_input",
      `Row ${id ?? ""} does not say its language. Add --source-lang, such as --source-lang zh.`,
    );
  }
  return language;
}

type Annotation = SegmentRecord["annotation"];

export function withoutSource(annotation: Annotation): Annotation {
  const pivots = annotation.spans.filter(({ side }) => side === "pivot");
  const ids = new Set(pivots.map(({ id }) => id));
  return {
    ...annotation,
    spans: pivots,
    links: [],
    absences: annotation.absences.filter(({ span }) => ids.has(span)),
  };
}
