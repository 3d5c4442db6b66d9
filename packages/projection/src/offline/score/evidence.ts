import type { Association } from "../align/association.ts";
import type { Morphology } from "../inflect/stem.ts";
import type { NameIndex } from "../names/lexicon.ts";
import type { SoundModel } from "../sound/distance.ts";

/** What speaks for a piece of the source standing for words of the entity. */
export const EVIDENCE = { literal: 0, lexicon: 1, sound: 2, link: 3, association: 4, number: 5 } as const;
export const EVIDENCE_KINDS = 6;

/** Atoms [from, to) explain the entity's content words in `mask`; `gain` in nats, comparable between kinds. */
export type Unit = {
  readonly from: number;
  readonly to: number;
  readonly mask: number;
  readonly gain: number;
  readonly kind: number;
  /** A known name in another form than the lexicon has it. */
  readonly inexact?: boolean;
};

export type UnitResources = {
  readonly names: NameIndex;
  readonly association: Association | undefined;
  readonly morphology: Morphology;
  readonly sound: SoundModel;
  readonly use: UseOf;
  /** Log odds that a dense character belongs to a name. */
  readonly nameness: (folded: string) => number;
};

/** Switches of single features, for ablation. */
export type UseOf = {
  readonly lexicon: boolean;
  readonly sound: boolean;
  readonly links: boolean;
  readonly association: boolean;
  readonly numbers: boolean;
};
