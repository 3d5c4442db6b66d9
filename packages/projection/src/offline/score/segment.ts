import type { Aligner } from "../align/aligner.ts";
import type { Atoms } from "../text/atoms.ts";
import type { PivotToken } from "../text/pivot.ts";

/** A segment with everything about its two texts that does not depend on an entity. */
export type SegmentTexts = {
  readonly atoms: Atoms;
  readonly tokens: readonly PivotToken[];
  /** Row of a pivot token in `links`, -1 for punctuation. */
  readonly rowOf: Int32Array;
  /** Ids of the aligner, one a row and one a source word. */
  readonly pivotIds: Int32Array;
  readonly sourceIds: Int32Array;
};

/** Links between pivot rows and source words as [row * words + word], 0 to 1. */
export type Links = { readonly values: Float32Array; readonly words: number };

export function linksOf(texts: SegmentTexts, aligner: Aligner): Links {
  const values =
    texts.pivotIds.length === 0 || texts.sourceIds.length === 0
      ? new Float32Array(0)
      : aligner.links(texts.pivotIds, texts.sourceIds);
  return { values, words: texts.sourceIds.length };
}

export const linkOf = (links: Links, row: number, word: number): number =>
  row < 0 || word < 0 ? 0 : (links.values[row * links.words + word] ?? 0);
