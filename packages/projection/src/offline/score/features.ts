import { looksAdjectival } from "../inflect/adjectives.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import { bitCount, type Candidate } from "./cover.ts";
import type { EntityWords } from "./entity.ts";
import { EVIDENCE } from "./evidence.ts";
import type { FeatureContext } from "./feature-context.ts";
import { classNounAt, classNounEnd, edges } from "./feature-edges.ts";
import { links } from "./feature-links.ts";
import { clamp, FEATURES, set } from "./feature-names.ts";
import { heard, sounds } from "./feature-sound.ts";

export function featuresOf(
  words: EntityWords,
  candidates: readonly Candidate[],
  context: FeatureContext,
): Float32Array[] {
  const best = candidates[0]?.score ?? 0;
  const surfaces = new Map<string, number>();
  for (const candidate of candidates) {
    const surface = surfaceOf(context.atoms, candidate);
    surfaces.set(surface, (surfaces.get(surface) ?? 0) + 1);
  }
  return candidates.map((candidate) => {
    const surface = surfaceOf(context.atoms, candidate);
    const values = one(words, candidate, context, surface, surfaces.get(surface) ?? 1);
    set(values, "coverBehindBest", Math.min(2, (best - candidate.score) / 5));
    return values;
  });
}

export function surfaceOf(
  atoms: Atoms,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  let surface = "";
  for (let at = from; at < to; at++)
    surface += ((atoms.bits[at] ?? 0) & ATOM.spaced && at > from ? " " : "") + (atoms.folded[at] ?? "");
  return surface;
}

function one(
  words: EntityWords,
  candidate: Candidate,
  context: FeatureContext,
  surface: string,
  same: number,
): Float32Array {
  const values = new Float32Array(FEATURES);
  const tokens = Math.max(1, words.content.length);
  set(values, "bias", 1);
  set(values, "cover", clamp(candidate.score / 10, -1, 3));
  evidence(values, candidate, tokens);
  const open = tokens - bitCount(candidate.mask);
  set(values, "openWords", Math.min(3, open));
  set(values, "openShare", open / tokens);
  set(values, "gaps", Math.min(4, candidate.gapCost / 2));
  set(values, "gapShare", candidate.gaps / (candidate.to - candidate.from));
  set(values, "gapsPer", candidate.gaps > 0 ? 1 : 0);
  set(values, "leading", Math.min(2, candidate.leading / 3));
  set(values, "trailing", Math.min(2, candidate.trailing / 3));
  set(values, "leads", candidate.leading > 0 ? 1 : 0);
  set(values, "trails", candidate.trailing > 0.5 ? 1 : 0);
  links(values, words, candidate, context);
  sounds(values, candidate, context);
  heard(values, words, candidate, context);
  set(values, "wholeName", context.wholeNames.get(candidate.from * 4096 + candidate.to) ?? 0);
  edges(values, candidate, context);
  shape(values, words, candidate, context);
  set(values, "repeated", same > 1 ? 1 : 0);
  const label = context.labelOf(words);
  set(values, "person", label === "PER" ? 1 : 0);
  set(values, "organisation", label === "ORG" ? 1 : 0);
  set(values, "personGaps", label === "PER" ? Math.min(3, candidate.gaps) : 0);
  set(values, "organisationGaps", label === "ORG" ? Math.min(3, candidate.gaps) : 0);
  set(values, "regionKey", context.names.isRegionKey(words.key) ? 1 : 0);
  set(values, "place", label === "LOC" ? 1 : 0);
  set(values, "placeGaps", label === "LOC" ? Math.min(3, candidate.gaps) : 0);
  const after = classNounAt(context, candidate.to);
  set(values, "classAfter", after);
  set(values, "classAfterPlace", label === "LOC" ? after : 0);
  set(values, "classEnd", candidate.gaps > 0 ? classNounEnd(context, candidate) : 0);
  set(values, "single", tokens === 1 ? 1 : 0);
  set(
    values,
    "acronym",
    tokens === 1 && words.content[0]?.allCapitals && (candidate.explained[EVIDENCE.literal] ?? 0) === 0
      ? 1
      : 0,
  );
  set(values, "region", context.names.isRegion(surface) ? 1 : 0);
  return values;
}

function evidence(values: Float32Array, candidate: Candidate, tokens: number): void {
  set(values, "literal", (candidate.explained[EVIDENCE.literal] ?? 0) / tokens);
  set(values, "gainSound", Math.min(3, (candidate.gains[EVIDENCE.sound] ?? 0) / tokens / 5));
  set(values, "gainLexicon", Math.min(3, (candidate.gains[EVIDENCE.lexicon] ?? 0) / tokens / 5));
  set(
    values,
    "allSound",
    (candidate.explained[EVIDENCE.sound] ?? 0) === tokens && candidate.gaps === 0 ? 1 : 0,
  );
}

function shape(
  values: Float32Array,
  words: EntityWords,
  candidate: Candidate,
  context: FeatureContext,
): void {
  const { atoms, morphology, lengthRatio, pivotLength, nameness } = context;
  const length = (atoms.end[candidate.to - 1] ?? 0) - (atoms.start[candidate.from] ?? 0);
  const expected = Math.max(1, words.surface.length * lengthRatio);
  const ratio = Math.log(length / expected);
  set(values, "length", Math.min(2, Math.abs(ratio)));
  set(values, "tooLong", clamp(ratio, 0, 2));
  const middle = ((atoms.start[candidate.from] ?? 0) + length / 2) / Math.max(1, atoms.text.length);
  const there = (words.entity.start + words.surface.length / 2) / Math.max(1, pivotLength);
  set(values, "position", Math.abs(middle - there));
  set(values, "glossAfter", context.glossAt.has(candidate.to) ? 1 : 0);
  let dots = 0;
  let names = 0;
  let dense = 0;
  for (let at = candidate.from; at < candidate.to; at++) {
    if (atoms.folded[at] === "·") dots++;
    if ((atoms.bits[at] ?? 0) & ATOM.dense) {
      names += nameness(atoms.folded[at] ?? "");
      dense++;
    }
  }
  set(values, "dotInside", dots > 0 ? 1 : 0);
  const right =
    candidate.to < atoms.count && !((atoms.bits[candidate.to] ?? 0) & ATOM.spaced)
      ? (atoms.folded[candidate.to] ?? "")
      : "";
  const left = candidate.from > 0 ? (atoms.folded[candidate.from - 1] ?? "") : "";
  set(values, "dottedRight", dots > 0 && right !== "" ? clamp(nameness(right) / 3, -1, 1.5) : 0);
  set(values, "dottedLeft", dots > 0 && left !== "" ? clamp(nameness(left) / 3, -1, 1.5) : 0);
  set(values, "nameInside", dense > 0 ? clamp(names / dense / 3, -1.5, 1.5) : 0);
  const adjectival = (word: string): boolean => looksAdjectival(word, morphology.base);
  const last = atoms.folded[candidate.to - 1] ?? "";
  const oneWord = words.content.length === 1 && words.content[0]?.folded;
  set(
    values,
    "adjective",
    oneWord && candidate.to === candidate.from + 1 && adjectival(last) && !adjectival(oneWord) ? 1 : 0,
  );
}
