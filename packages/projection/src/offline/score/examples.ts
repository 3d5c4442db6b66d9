import type { Range } from "@spanbridge/shared";
import type { Atoms } from "../text/atoms.ts";
import type { Examined } from "./examine.ts";
import { surfaceOf } from "./features.ts";
import type { Example } from "./learn.ts";
import { scoreOf, type Weights } from "./rank.ts";

type Match = {
  readonly entity: number;
  readonly candidate: number;
  readonly gold: number;
  readonly value: number;
};

/**
 * What a reviewed segment teaches: for each entity which candidates are right. The reviewed spans need no links: each goes
 * to at most one entity that has it among its candidates, by the present score (or the cover) and an equal label.
 */
export function examplesOf(
  examined: readonly Examined[],
  atoms: Atoms,
  gold: readonly (Range & { readonly label: string })[],
  language: string,
  weights?: Weights,
): Example[] {
  const matches: Match[] = [];
  examined.forEach(({ label, candidates, features }, entity) => {
    candidates.forEach((candidate, at) => {
      const index = goldAt(gold, atoms, candidate);
      if (index < 0) return;
      const score = weights
        ? scoreOf(features[at] ?? new Float32Array(0), weights, language)
        : candidate.score / 5;
      const value = score + (gold[index]?.label === label ? 1 : 0);
      matches.push({ entity, candidate: at, gold: index, value });
    });
  });
  matches.sort((a, b) => b.value - a.value || a.entity - b.entity || a.candidate - b.candidate);
  const right = new Map<number, number>();
  const used = new Set<number>();
  for (const match of matches) {
    if (right.has(match.entity) || used.has(match.gold)) continue;
    right.set(match.entity, match.candidate);
    used.add(match.gold);
  }
  return examined.map(({ candidates, features }, entity) => {
    const candidate = candidates[right.get(entity) ?? -1];
    if (!candidate) return { language, features, right: [] };
    const surface = surfaceOf(atoms, candidate);
    const same = candidates.flatMap((other, at) =>
      goldAt(gold, atoms, other) >= 0 && surfaceOf(atoms, other) === surface ? [at] : [],
    );
    return { language, features, right: same };
  });
}

function goldAt(
  gold: readonly Range[],
  atoms: Atoms,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  return gold.findIndex(({ start, end }) => start === atoms.start[from] && end === atoms.end[to - 1]);
}
