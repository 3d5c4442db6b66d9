import type { Range } from "@spanbridge/shared";

/** An entity of the pivot text; offsets in code points. */
export type PivotEntity = Range & { readonly id: string; readonly label: string };

/** A segment to project. `pivotText` must be the text that the entities' offsets refer to. */
export type OfflineSegment = {
  readonly id: string;
  readonly sourceLang: string;
  readonly sourceText: string;
  readonly pivotText: string;
  readonly entities: readonly PivotEntity[];
};

/** A confirmed or looked-up pair of names. */
export type NamePair = {
  readonly pivot: string;
  readonly source: string;
  readonly label?: string | undefined;
};

/** A sentence and its translation without entities, e.g. background text of the same kind. */
export type TextPair = {
  readonly pivot: string;
  readonly source: string;
  /** The only language whose segments it is for; for all where it is not given. */
  readonly sourceLang?: string;
};

export type OfflineResources = {
  readonly memory?: readonly NamePair[] | undefined;
  readonly lexicon?: readonly NamePair[] | undefined;
  readonly background?: readonly TextPair[] | undefined;
  /** Packed tables of words by base language, which the aligner begins from; see `shippedWords`. */
  readonly words?: Readonly<Record<string, string>> | undefined;
};
