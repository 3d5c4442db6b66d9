import { alignerDefaults } from "./align/aligner.ts";
import { isDemonym } from "./names/demonyms.ts";
import type { Prepared, PrepareOptions } from "./prepare.ts";
import type { EdgeConventions } from "./score/conventions.ts";
import type { EntityWords } from "./score/entity.ts";
import type { Weights } from "./score/rank.ts";

/**
 * Conventions in which annotators differ. Everything has a default; `undefined` means the default of the source language,
 * which is what annotators of that language were seen to do.
 */
export type OfflineSettings = EdgeConventions & {
  /** Names of countries and parts of the world: carry the label `placeLabel` always, or that of the translation. */
  readonly regions: "place" | "copy" | undefined;
  readonly placeLabel: string;
  /** Also mark the name in the pivot's letters in brackets after it: 溫特科恩（Winterkorn）. */
  readonly glosses: boolean;
  /** Also mark further places where a name that was placed stands. */
  readonly repeats: boolean;
  /** Also mark names of countries that no entity of the translation stands for, where annotators of the language do. */
  readonly unprompted: boolean;
  /** What a country is labelled that acts, where annotators tell it from the place. */
  readonly bodyLabel: string;
  /** Also find what peoples and adjectives of countries are called (American, Germans); they are left open otherwise. */
  readonly demonyms: boolean;
  /** Probability from which a place is taken rather than left open. */
  readonly threshold: number;
  /** Learnt weights; the shipped ones where there are none. */
  readonly weights: Weights | undefined;
  readonly features: PrepareOptions;
};

export const offlineDefaults: OfflineSettings = {
  regions: undefined,
  placeLabel: "LOC",
  glosses: true,
  repeats: true,
  unprompted: true,
  demonyms: true,
  titles: "auto",
  classNouns: "auto",
  numerals: "auto",
  bodyLabel: "ORG",
  threshold: 0.32,
  weights: undefined,
  features: {
    use: {
      lexicon: true,
      sound: true,
      links: true,
      association: true,
      numbers: true,
      cldr: true,
      background: true,
      prior: true,
      words: true,
    },
    aligner: alignerDefaults,
  },
};

/** Which entities a project's conventions leave open. */
export const openBy =
  ({ shared }: Prepared, { demonyms }: OfflineSettings): ((words: EntityWords) => boolean) =>
  ({ key }) =>
    !demonyms && isDemonym(key) && !shared.names.isRegionKey(key);

const REGIONS_ARE_PLACES = new Set(["zh", "de"]);

/** The label that a placed span of an entity carries in a language. */
export function labelling({ shared }: Prepared, settings: OfflineSettings): (words: EntityWords) => string {
  const rule = settings.regions ?? (REGIONS_ARE_PLACES.has(shared.morphology.base) ? "place" : "copy");
  return ({ entity, key }) =>
    rule === "place" && shared.names.isRegionKey(key) ? settings.placeLabel : entity.label;
}
