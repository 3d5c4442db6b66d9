import { ATOM, type Atoms } from "../text/atoms.ts";
import type { EntityWords } from "./entity.ts";
import { EVIDENCE_KINDS, type Unit } from "./evidence.ts";

/** A possible place of an entity: atoms [from, to), with how well units and gaps explain it. */
export type Candidate = {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  /** Content words of the entity that something in the span explains. */
  readonly mask: number;
  /** Gain by kind of evidence. */
  readonly gains: Float32Array;
  /** Number of words explained by each kind, by its units. */
  readonly explained: Float32Array;
  /** Weighed and plain number of atoms that nothing explains. */
  readonly gapCost: number;
  readonly gaps: number;
  /** Cost of the unexplained atoms before the first and after the last unit. */
  readonly leading: number;
  readonly trailing: number;
};

export const CANDIDATES_KEPT = 28;
const LONGEST_DENSE = 18;
const LONGEST_WORDS = 13;
const GAP_LIMIT = 12;
const UNEXPLAINED_WORD = 2.2;
const COMPOUND_SHARE = 0.3;
/** A dense character that costs less than this looks like part of a name. */
const NAME_LIKE_GAP = 1.95;

/** What an atom that nothing explains costs inside a span. */
export function gapCosts(
  atoms: Atoms,
  commonness: (folded: string) => number,
  nameness: (folded: string) => number,
): Float32Array {
  return Float32Array.from({ length: atoms.count }, (_, at) => {
    const bits = atoms.bits[at] ?? 0;
    if (!(bits & ATOM.word)) return 0.4;
    const common = commonness(atoms.folded[at] ?? "");
    if (bits & ATOM.dense)
      return 2 + common - 0.3 * Math.max(-1.5, Math.min(2, nameness(atoms.folded[at] ?? "")));
    const whole = bits & ATOM.capital ? 2.2 : 2.4 - 1.6 * common;
    return inCompound(atoms, at) ? COMPOUND_SHARE * whole : whole;
  });
}

/** Whether a word is joined to another by a hyphen without spaces: such a compound is rarely cut by a name. */
function inCompound(atoms: Atoms, at: number): boolean {
  const joined = (hyphen: number, after: number): boolean =>
    atoms.folded[hyphen] === "-" &&
    !((atoms.bits[hyphen] ?? 0) & ATOM.spaced) &&
    !((atoms.bits[after] ?? 0) & ATOM.spaced);
  return joined(at + 1, at + 2) || joined(at - 1, at);
}

// State of the cover: position after the start × set of explained words. Fields: score, gap cost, gaps, leading and trailing cost, gains, explained.
const HEAD = 5;
const FIELDS = HEAD + 2 * EVIDENCE_KINDS;
let states = new Float32Array(0);

/**
 * The best explained spans of an entity. From every place where a unit begins, a shortest-path walk over (atom, set of
 * explained words): each step takes a unit whose words are still open, or leaves an atom unexplained at a cost.
 */
export function candidatesOf(
  words: EntityWords,
  atoms: Atoms,
  units: readonly Unit[],
  gap: Float32Array,
): Candidate[] {
  const tokens = words.content.length;
  const masks = 1 << tokens;
  const byStart = groupByStart(units, atoms.count);
  const dense = atoms.bits.some((bits) => (bits & ATOM.dense) !== 0);
  const longest = (dense ? LONGEST_DENSE : LONGEST_WORDS) + (tokens > 4 ? 6 : 0);
  const size = (longest + 1) * masks * FIELDS;
  if (states.length < size) states = new Float32Array(size);
  const found: Candidate[] = [];
  for (const from of starts(atoms, byStart, gap))
    walk(from, longest, masks, tokens, atoms, byStart, gap, found);
  found.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
  return found.slice(0, CANDIDATES_KEPT);
}

function groupByStart(units: readonly Unit[], count: number): Unit[][] {
  const byStart: Unit[][] = Array.from({ length: count }, () => []);
  for (const unit of units) byStart[unit.from]?.push(unit);
  return byStart;
}

/**
 * Where units begin, and up to two atoms before, for what belongs to a name though nothing explains it; further while the
 * characters look like those of a name.
 */
function starts(atoms: Atoms, byStart: readonly Unit[][], gap: Float32Array): number[] {
  const found = new Set<number>();
  byStart.forEach((units, at) => {
    if (units.length === 0) return;
    for (let from = at; from >= Math.max(0, at - 5) && !((atoms.bits[from] ?? 0) & ATOM.barrier); from--) {
      const dense = ((atoms.bits[from] ?? 0) & ATOM.dense) !== 0;
      if (from < at - 2 && !(dense && (gap[from] ?? 0) < NAME_LIKE_GAP)) break;
      if ((atoms.bits[from] ?? 0) & ATOM.word) found.add(from);
    }
  });
  return [...found].sort((a, b) => a - b);
}

function walk(
  from: number,
  longest: number,
  masks: number,
  tokens: number,
  atoms: Atoms,
  byStart: readonly Unit[][],
  gap: Float32Array,
  found: Candidate[],
): void {
  const end = reach(atoms, from, longest);
  const width = masks * FIELDS;
  for (let at = 0; at <= end - from; at++) {
    for (let mask = 0; mask < masks; mask++) states[at * width + mask * FIELDS] = Number.NEGATIVE_INFINITY;
  }
  states.fill(0, 0, FIELDS);
  for (let at = from; at < end; at++) {
    for (let mask = 0; mask < masks; mask++) {
      const here = (at - from) * width + mask * FIELDS;
      const score = states[here] ?? Number.NEGATIVE_INFINITY;
      if (score === Number.NEGATIVE_INFINITY) continue;
      for (const unit of byStart[at] ?? []) {
        if (unit.mask & mask || unit.to > end) continue;
        const there = (unit.to - from) * width + (mask | unit.mask) * FIELDS;
        if (score + unit.gain > (states[there] ?? 0)) take(here, there, unit);
      }
      if ((states[here + 1] ?? 0) >= GAP_LIMIT) continue;
      const cost = gap[at] ?? 0;
      const next = here + width;
      if (score - cost > (states[next] ?? 0))
        leave(here, next, cost, ((atoms.bits[at] ?? 0) & ATOM.word) !== 0, mask === 0);
    }
    const last = atoms.bits[at] ?? 0;
    if (last & ATOM.word || atoms.folded[at] === "." || (atoms.folded[at] === "'" && at > from))
      collect(from, at + 1, width, masks, tokens, found);
  }
}

function reach(atoms: Atoms, from: number, longest: number): number {
  let end = from;
  while (end < atoms.count && end - from < longest && !((atoms.bits[end] ?? 0) & ATOM.barrier)) end++;
  return end;
}

function take(here: number, there: number, unit: Unit): void {
  for (let field = 0; field < FIELDS; field++) states[there + field] = states[here + field] ?? 0;
  states[there] = (states[here] ?? 0) + unit.gain;
  states[there + 4] = 0;
  const gain = there + HEAD + unit.kind;
  states[gain] = (states[gain] ?? 0) + unit.gain;
  const explained = gain + EVIDENCE_KINDS;
  states[explained] = (states[explained] ?? 0) + bitCount(unit.mask);
}

function leave(here: number, there: number, cost: number, counts: boolean, leads: boolean): void {
  for (let field = 0; field < FIELDS; field++) states[there + field] = states[here + field] ?? 0;
  states[there] = (states[here] ?? 0) - cost;
  states[there + 1] = (states[here + 1] ?? 0) + cost;
  states[there + 2] = (states[here + 2] ?? 0) + (counts ? 1 : 0);
  const field = leads ? 3 : 4;
  states[there + field] = (states[here + field] ?? 0) + cost;
}

function collect(
  from: number,
  to: number,
  width: number,
  masks: number,
  tokens: number,
  found: Candidate[],
): void {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let mask = 1; mask < masks; mask++) {
    const score =
      (states[(to - from) * width + mask * FIELDS] ?? 0) - UNEXPLAINED_WORD * (tokens - bitCount(mask));
    if (score > bestScore) {
      bestScore = score;
      best = mask;
    }
  }
  if (best < 0 || bestScore < -9) return;
  const at = (to - from) * width + best * FIELDS;
  found.push({
    from,
    to,
    score: bestScore,
    mask: best,
    gapCost: states[at + 1] ?? 0,
    gaps: states[at + 2] ?? 0,
    leading: states[at + 3] ?? 0,
    trailing: states[at + 4] ?? 0,
    gains: states.slice(at + HEAD, at + HEAD + EVIDENCE_KINDS),
    explained: states.slice(at + HEAD + EVIDENCE_KINDS, at + FIELDS),
  });
}

export function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
