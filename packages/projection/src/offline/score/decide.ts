import { ATOM, type Atoms } from "../text/atoms.ts";
import { assign, type Option } from "./assign.ts";
import type { Examined } from "./examine.ts";
import { surfaceOf } from "./features.ts";
import { probabilities, type Weights } from "./rank.ts";

export type DecideSettings = {
  /** Probability from which a place is worth taking. */
  readonly threshold: number;
  readonly glosses: boolean;
  readonly repeats: boolean;
};

export type AtomRange = { readonly from: number; readonly to: number };

/** What was decided for one entity; candidates by their index in `Examined`. */
export type Decision = {
  /** -1 when it stays unplaced. */
  readonly chosen: number;
  /** By candidate; a name written several times shares one probability. */
  readonly masses: readonly number[];
  readonly gloss: AtomRange | undefined;
  readonly repeats: readonly AtomRange[];
  /** Its own best place went to another entity. */
  readonly crowdedOut: boolean;
};

/** Decides for all entities of a segment at once: no two places overlap, and each entity has one or none. */
export function decide(
  examined: readonly Examined[],
  atoms: Atoms,
  weights: Weights,
  language: string,
  settings: DecideSettings,
): Decision[] {
  const scored = examined.map((one) => masses(one, atoms, weights, language));
  const options: Option[][] = examined.map(({ candidates }, entity) =>
    candidates.map(({ from, to }, at) => ({
      from,
      to,
      // Among places of the same name the likelier one, by a hair.
      value:
        (scored[entity]?.masses[at] ?? 0) - settings.threshold + 1e-3 * (scored[entity]?.likely[at] ?? 0),
    })),
  );
  const chosen = assign(options);
  const taken: AtomRange[] = [];
  const claim = (range: AtomRange): boolean => {
    if (taken.some(({ from, to }) => range.from < to && from < range.to)) return false;
    taken.push(range);
    return true;
  };
  chosen.forEach((at, entity) => {
    const candidate = examined[entity]?.candidates[at];
    if (candidate) claim(candidate);
  });
  const glosses = examined.map(({ gloss }) =>
    settings.glosses && gloss && claim(gloss) ? gloss : undefined,
  );
  return examined.map(({ candidates }, entity) => {
    const at = chosen[entity] ?? -1;
    const candidate = candidates[at];
    const own = scored[entity]?.masses ?? [];
    const best = own.indexOf(Math.max(...own));
    return {
      chosen: at,
      masses: own,
      gloss: glosses[entity],
      repeats: candidate && settings.repeats ? repeatsOf(candidate, atoms).filter(claim) : [],
      crowdedOut:
        best >= 0 &&
        best !== at &&
        (own[best] ?? 0) > settings.threshold &&
        (own[best] ?? 0) > (own[at] ?? 0),
    };
  });
}

function masses(
  one: Examined,
  atoms: Atoms,
  weights: Weights,
  language: string,
): { masses: number[]; likely: Float64Array } {
  const likely = probabilities(one.features, weights, language);
  const bySurface = new Map<string, number>();
  const surfaces = one.candidates.map((candidate) => surfaceOf(atoms, candidate));
  surfaces.forEach((surface, at) => {
    bySurface.set(surface, (bySurface.get(surface) ?? 0) + (likely[at] ?? 0));
  });
  return { likely, masses: surfaces.map((surface) => bySurface.get(surface) ?? 0) };
}

/** Further places where the same name stands, on word edges where the script has them. */
function repeatsOf(place: AtomRange, atoms: Atoms): AtomRange[] {
  const surface = surfaceOf(atoms, place);
  const length = place.to - place.from;
  const found: AtomRange[] = [];
  for (let from = 0; from + length <= atoms.count; from++) {
    const range = { from, to: from + length };
    const whole = (atoms.bits[from] ?? 0) & ATOM.dense || (atoms.bits[from] ?? 0) & ATOM.wordStart;
    if (from !== place.from && whole && surfaceOf(atoms, range) === surface) found.push(range);
  }
  return found;
}
