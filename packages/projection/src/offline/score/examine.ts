import type { OfflineSegment } from "../model.ts";
import type { Prepared } from "../prepare.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import { type Candidate, candidatesOf, gapCosts } from "./cover.ts";
import { type EntityWords, entityWords } from "./entity.ts";
import { EVIDENCE, type Unit } from "./evidence.ts";
import type { FeatureContext } from "./feature-context.ts";
import { classNounAt } from "./feature-edges.ts";
import { featuresOf } from "./features.ts";
import { Heard, soundsOf } from "./heard.ts";
import { linksOf, type SegmentTexts } from "./segment.ts";
import { unitsOf } from "./units.ts";

/** A name in Latin letters in brackets right after its form in the source's own script: atoms [from, to). */
export type Gloss = { readonly from: number; readonly to: number };

/** An entity with all places it might have and what speaks for each. */
export type Examined = {
  readonly words: EntityWords;
  /** By convention it gets no place. */
  readonly leftOpen: boolean;
  readonly candidates: readonly Candidate[];
  readonly features: readonly Float32Array[];
  readonly gloss: Gloss | undefined;
  /** The label a placed span carries. */
  readonly label: string;
  /** Places where a name of the lexicon stands in another form, by from * 4096 + to. */
  readonly inflected: ReadonlySet<number>;
  /** Whether a word for a kind of place or body follows without a space. */
  readonly closingAfter: (candidate: Candidate) => boolean;
};

export function examine(
  segment: OfflineSegment,
  texts: SegmentTexts,
  prepared: Prepared,
  labelOf: (words: EntityWords) => string,
  isLeftOpen: (words: EntityWords) => boolean,
): Examined[] {
  const { atoms } = texts;
  if (segment.entities.length === 0) return [];
  const pivot = [...segment.pivotText];
  const links = linksOf(texts, prepared.aligner);
  const { sound, use } = prepared.units;
  const sounds = soundsOf(atoms, prepared.shared.morphology.german);
  const gap = gapCosts(atoms, prepared.shared.commonness, prepared.shared.nameness);
  return segment.entities.map((entity) => {
    const words = entityWords(entity, texts, pivot.slice(entity.start, entity.end).join(""));
    const gloss = glossOf(words, atoms);
    const units = unitsOf(words, atoms, links, prepared.units).filter(
      (unit) => !gloss || unit.to <= gloss.from || unit.from >= gloss.to,
    );
    const { morphology } = prepared.shared;
    const leftOpen = isLeftOpen(words);
    const candidates = (leftOpen ? [] : candidatesOf(words, atoms, units, gap)).filter(
      ({ from }) => !startsWithParticle(atoms, from, morphology.josa),
    );
    const context: FeatureContext = {
      ...prepared.shared,
      atoms,
      links,
      rows: texts.pivotIds.length,
      heard: new Heard(words, use.sound ? sounds : [], sound),
      pivotLength: pivot.length,
      wholeNames: wholeNames(units, words),
      labelOf,
      glossAt: new Set(gloss ? [gloss.from - 1] : []),
    };
    return {
      words,
      leftOpen,
      candidates,
      features: featuresOf(words, candidates, context),
      gloss,
      label: labelOf(words),
      inflected: inflectedPlaces(units),
      closingAfter: ({ to }) => classNounAt(context, to) > 0,
    };
  });
}

/** What closes the word before it, up to the next space, begins no name. */
function startsWithParticle(atoms: Atoms, from: number, particles: ReadonlySet<string>): boolean {
  const isDense = (at: number): boolean => ((atoms.bits[at] ?? 0) & ATOM.dense) !== 0;
  if (particles.size === 0 || !isDense(from - 1) || (atoms.bits[from] ?? 0) & ATOM.spaced) return false;
  let rest = "";
  for (let at = from; isDense(at) && !((atoms.bits[at] ?? 0) & ATOM.spaced); at++) rest += atoms.folded[at];
  return particles.has(rest);
}

function wholeNames(units: readonly Unit[], words: EntityWords): Map<number, number> {
  const full = (1 << words.content.length) - 1;
  const places = new Map<number, number>();
  for (const { kind, mask, from, to } of units) {
    if (kind === EVIDENCE.lexicon && mask === full) places.set(from * 4096 + to, 1);
  }
  return places;
}

const inflectedPlaces = (units: readonly Unit[]): Set<number> =>
  new Set(units.flatMap((unit) => (unit.inexact ? [unit.from * 4096 + unit.to] : [])));

/** Looks for `名字（Name）`: the words of the entity, or for a person one of them, in brackets after another script. */
function glossOf(words: EntityWords, atoms: Atoms): Gloss | undefined {
  const own = new Set(words.content.map((token) => token.folded));
  for (let open = 1; open + 1 < atoms.count; open++) {
    if (!/^[(（]$/u.test(atoms.folded[open] ?? "")) continue;
    const before = atoms.bits[open - 1] ?? 0;
    if (!(before & ATOM.word) || before & (ATOM.latin | ATOM.digit)) continue;
    let to = open + 1;
    let found = 0;
    while (
      to < atoms.count &&
      (((atoms.bits[to] ?? 0) & ATOM.latin) !== 0 || /^[-.'·]$/u.test(atoms.folded[to] ?? ""))
    ) {
      if (own.has(atoms.folded[to] ?? "")) found++;
      to++;
    }
    if (found > 0 && found >= own.size / 2 && to > open + 1) return { from: open + 1, to };
  }
  return undefined;
}
