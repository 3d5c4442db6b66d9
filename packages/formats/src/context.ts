import type { Provenance } from "@spanbridge/shared";
import type { ParseOptions } from "./codec.ts";
import { IdSet } from "./id-set.ts";
import { LanguageCheck } from "./language.ts";
import { type LabelMap, readLabelMap } from "./options/label-map.ts";

/** What the rows of one file share while it is read. */
export type FileContext = {
  readonly file: string;
  readonly labels: ReadonlySet<string> | null;
  readonly labelMap: LabelMap | null;
  readonly foundLabels: Map<string, number> | undefined;
  readonly allowOverlap: boolean;
  readonly language: LanguageCheck;
  /** The language of rows that do not say theirs. */
  readonly sourceLang: string | null;
  /** What the import was told to take for it; null: nothing. */
  readonly toldLang: string | null;
  /** Provenance of what the file says nothing about; one object for all. */
  readonly imported: Provenance;
  /** Segment ids so far. */
  readonly seen: IdSet;
  /** Warnings that are given once a file, by a name of their own. */
  readonly warned: Set<string>;
};

export function fileContext(options: ParseOptions): FileContext {
  const {
    file,
    labels,
    allowOverlap = true,
    sourceLang = null,
    otherLanguage = "error",
    importRef,
  } = options;
  const { label_map: labelMap = "", language = "", other_languages: others } = options.options ?? {};
  return {
    file,
    labels,
    labelMap: readLabelMap(labelMap),
    foundLabels: options.foundLabels,
    allowOverlap,
    sourceLang: language || sourceLang,
    toldLang: language || null,
    language: new LanguageCheck(sourceLang, others === "keep" ? "taken" : otherLanguage),
    imported: importRef === undefined ? { origin: "import" } : { origin: "import", ref: importRef },
    seen: new IdSet(),
    warned: new Set(),
  };
}
