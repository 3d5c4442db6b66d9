import type { EdgeRule } from "@spanbridge/shared/contracts";
import { type Morphology, sameLexeme } from "../inflect/stem.ts";
import { closingNouns } from "../names/class-nouns.ts";
import type { NameIndex } from "../names/lexicon.ts";
import { titlesOf } from "../names/titles.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import { numberValue, romanValue } from "../text/numerals.ts";
import type { AtomRange } from "./decide.ts";
import type { EntityWords } from "./entity.ts";

/** Conventions about what stands beside a name. */
export type EdgeConventions = {
  /** Titles and forms of address of persons. */
  readonly titles: EdgeRule;
  /** Words for kinds of places and bodies that the translation does without: the 河 of 尼羅河, Nile. */
  readonly classNouns: EdgeRule;
  /** Numerals of rulers: II., 二世. */
  readonly numerals: EdgeRule;
};

/** What one convention is about: folded strings that stand before or after a name. */
type Edge = {
  readonly rule: EdgeRule;
  readonly isBefore: (value: string) => boolean;
  /** `capital`: whether it begins with one. */
  readonly isAfter: (value: string, capital: boolean) => boolean;
  /** It is only taken in where no white space is between. */
  readonly touching: boolean;
};

/** Whether every name stays as it is found, as it does if nobody has said otherwise. */
export const leavesEdges = ({ titles, classNouns, numerals }: EdgeConventions): boolean =>
  titles === "auto" && classNouns === "auto" && numerals === "auto";

export type NamePlace = {
  readonly range: AtomRange;
  readonly words: EntityWords;
  readonly label: string;
  /** Whether no other place has an atom. */
  readonly free: (at: number) => boolean;
};

/**
 * The place that a name has by a project's conventions: what stands at its edges is taken in where it is free, or left out as
 * long as something of the name remains.
 */
export function byConvention(
  { range, words, label, free }: NamePlace,
  atoms: Atoms,
  { morphology, names }: { readonly morphology: Morphology; readonly names: NameIndex },
  conventions: EdgeConventions,
): AtomRange {
  if (leavesEdges(conventions)) return range;
  // From the name outwards: 二世 before 女王.
  const edges = /^per(?:son)?$/iu.test(label)
    ? [numerals(conventions.numerals), titles(morphology, conventions.titles)]
    : [classNouns(morphology.base, words, names, conventions.classNouns)];
  const inner = edges.reduceRight(
    (left, edge) => (edge.rule === "out" ? without(left, edge, atoms) : left),
    range,
  );
  return edges.reduce(
    (taken, edge) => (edge.rule === "in" ? including(taken, edge, atoms, free) : taken),
    inner,
  );
}

function without({ from, to }: AtomRange, { isBefore, isAfter }: Edge, atoms: Atoms): AtomRange {
  let [first, last] = [from, to];
  for (let cut = 1; cut > 0; first += cut)
    cut = longest(last - first - 1, (n) => isBefore(joined(atoms, first, first + n)));
  for (let cut = 1; cut > 0; last -= cut)
    cut = longest(last - first - 1, (n) => isAfter(joined(atoms, last - n, last), capital(atoms, last - n)));
  return { from: first, to: last };
}

function including(
  { from, to }: AtomRange,
  { isBefore, isAfter, touching }: Edge,
  atoms: Atoms,
  free: (at: number) => boolean,
): AtomRange {
  let [first, last] = [from, to];
  const isFree = (start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (!free(at)) return false;
    return true;
  };
  for (let more = 1; more > 0; first -= more)
    more = longest(first, (n) => isBefore(joined(atoms, first - n, first)) && isFree(first - n, first));
  for (let more = 1; more > 0; last += more) {
    const spaced = ((atoms.bits[last] ?? 0) & ATOM.spaced) !== 0;
    const room = touching && spaced ? 0 : atoms.count - last;
    more = longest(
      room,
      (n) =>
        endsHere(atoms, last + n) &&
        isAfter(joined(atoms, last, last + n), capital(atoms, last)) &&
        isFree(last, last + n),
    );
  }
  return { from: first, to: last };
}

/** Where something that may be part of a longer word ends: 總統 is no title in 總統府, nor 왕 in 왕국. */
function endsHere(atoms: Atoms, at: number): boolean {
  const isWordEnd = ((atoms.bits[at - 1] ?? 0) & ATOM.wordEnd) !== 0;
  const isTouched = at < atoms.count && !((atoms.bits[at] ?? 0) & ATOM.spaced);
  return isWordEnd && !(isTouched && GOES_ON.test(atoms.folded[at] ?? ""));
}

/** Offices, realms and seats, which dictionaries cut off as words of their own. */
const GOES_ON = /^[府国室宫位座邸]/u;
const LONGEST = 4;

/** The greatest number of atoms, at most `room`, for which `is` holds; 0 for none. Longest first: 副總統 is not 總統. */
function longest(room: number, is: (count: number) => boolean): number {
  for (let count = Math.min(LONGEST, room); count > 0; count--) if (is(count)) return count;
  return 0;
}

/** Folded atoms [from, to) as one string, "" where white space or a mark that ends a phrase is among them. */
function joined(atoms: Atoms, from: number, to: number): string {
  let value = "";
  for (let at = from; at < to; at++) {
    const bits = atoms.bits[at] ?? ATOM.barrier;
    if (bits & ATOM.barrier || (at > from && bits & ATOM.spaced)) return "";
    value += atoms.folded[at] ?? "";
  }
  return value;
}

const capital = (atoms: Atoms, at: number): boolean => ((atoms.bits[at] ?? 0) & ATOM.capital) !== 0;
const never = (): boolean => false;
/** Abbreviations and German ordinals have a full stop of their own. */
const bare = (value: string): string => value.replace(/\.$/u, "");

const LEAST_INFLECTED = 4;

function titles(morphology: Morphology, rule: EdgeRule): Edge {
  const { before, after } = titlesOf(morphology.base);
  const inflected = (value: string): boolean =>
    value.length >= LEAST_INFLECTED &&
    [...before].some((title) => title.length >= LEAST_INFLECTED && sameLexeme(value, title, morphology));
  return {
    rule,
    isBefore: (value) => value !== "" && (before.has(bare(value)) || inflected(value)),
    isAfter: (value) => after.has(value),
    touching: false,
  };
}

function classNouns(base: string, { content }: EntityWords, names: NameIndex, rule: EdgeRule): Edge {
  const closing = closingNouns(base);
  // What the translation names as well is part of the name: 芝加哥大學, University of Chicago.
  const isNamed = (value: string): boolean =>
    content.some(({ folded }) => names.get(folded).some(({ form }) => form === value));
  return { rule, isBefore: never, isAfter: (value) => closing.has(value) && !isNamed(value), touching: true };
}

const REIGN = /^(.+)[世세]$/u;

function numerals(rule: EdgeRule): Edge {
  return {
    rule,
    isBefore: never,
    isAfter: (value, isCapital) => {
      const reign = REIGN.exec(value)?.[1];
      return reign !== undefined
        ? numberValue(reign) !== undefined
        : isCapital && romanValue(bare(value)) !== undefined;
    },
    touching: false,
  };
}
