import type { PivotEntity } from "../model.ts";
import { nameKey, type PivotToken } from "../text/pivot.ts";
import type { SegmentTexts } from "./segment.ts";

/** More content words than this are not told apart by the cover: 2^n states. */
const MOST_TOKENS = 7;

export type EntityToken = PivotToken & { readonly row: number };

/** An entity with the words that the source has to explain. */
export type EntityWords = {
  readonly entity: PivotEntity;
  readonly surface: string;
  readonly key: string;
  readonly content: readonly EntityToken[];
  /** Rows of `links` that belong to it, function words too. */
  readonly rows: ReadonlySet<number>;
};

export function entityWords(entity: PivotEntity, texts: SegmentTexts, surface: string): EntityWords {
  const inside = texts.tokens
    .map((token, index) => ({ ...token, row: texts.rowOf[index] ?? -1 }))
    .filter((token) => token.start < entity.end && token.end > entity.start);
  const content = inside.filter((token) => !token.stop);
  const kept = content.length > 0 ? content : inside;
  return {
    entity,
    surface,
    key: nameKey(surface),
    content: kept.slice(0, MOST_TOKENS),
    rows: new Set(inside.map((token) => token.row).filter((row) => row >= 0)),
  };
}
