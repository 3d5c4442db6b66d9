import type { Morphology } from "../inflect/stem.ts";
import type { NameIndex } from "../names/lexicon.ts";
import type { Atoms } from "../text/atoms.ts";
import type { EntityWords } from "./entity.ts";
import type { Heard } from "./heard.ts";
import type { Links } from "./segment.ts";

/** What the features of a candidate are computed from, besides the candidate and the entity. */
export type FeatureContext = {
  readonly atoms: Atoms;
  readonly links: Links;
  readonly rows: number;
  readonly heard: Heard;
  readonly morphology: Morphology;
  readonly names: NameIndex;
  /** How much a dense character looks like part of a name rather than of running text, log odds. */
  readonly nameness: (folded: string) => number;
  readonly commonness: (folded: string) => number;
  /** Source characters per pivot character of the batch. */
  readonly lengthRatio: number;
  readonly pivotLength: number;
  /** Atoms that begin a Latin gloss in brackets after them. */
  readonly glossAt: ReadonlySet<number>;
  /** Places where the whole name stands as a lexicon has it, by from * 4096 + to, with how well it fits. */
  readonly wholeNames: ReadonlyMap<number, number>;
  /** The label a placed span would carry; see the settings. */
  readonly labelOf: (words: EntityWords) => string;
};
