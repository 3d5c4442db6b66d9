import { ratio } from "../counts.ts";

/** A name that memory knows and that stands in the source, with the translation to look into. */
export type KnownName<Segment = string> = {
  readonly segment: Segment;
  /** All renderings that memory accepts. */
  readonly renderings: readonly string[];
  readonly translation: string;
  readonly label?: string;
};

/**
 * `substring`: anywhere in the translation, as M-ETA counts; short names are then found inside other words ("US" in
 * "just"). `word`: beginning and ending where a word does; only for pivots that put spaces between words.
 */
export type NameMatch = "substring" | "word";

export type NameRate = { readonly rendered: number; readonly known: number; readonly rate: number };

export type NameReport<Segment = string> = NameRate & {
  /** By label, where the names have one. */
  readonly perLabel: Readonly<Record<string, NameRate>>;
  /** The names that were not rendered as memory has them. */
  readonly missed: readonly KnownName<Segment>[];
};

/**
 * The share of known names that the translation renders as memory has them, 0 to 1: M-ETA (Conia et al. 2024; SemEval-2025
 * task 2) with memory in the place of Wikidata. Case is folded, nothing else is normalised. Names without a rendering
 * in memory are not known and must not be passed; one without renderings counts as missed. A name counts once an item,
 * however often it occurs, so that one right mention of two is enough.
 */
export function scoreNames<Segment>(
  names: Iterable<KnownName<Segment>>,
  match: NameMatch = "substring",
): NameReport<Segment> {
  const all = { rendered: 0, known: 0 };
  const perLabel = new Map<string, { rendered: number; known: number }>();
  const missed: KnownName<Segment>[] = [];
  for (const name of names) {
    const rendered = isRendered(name, match);
    if (!rendered) missed.push(name);
    const tallies = [all];
    if (name.label !== undefined) {
      const label = perLabel.get(name.label) ?? { rendered: 0, known: 0 };
      perLabel.set(name.label, label);
      tallies.push(label);
    }
    for (const tally of tallies) {
      tally.known++;
      if (rendered) tally.rendered++;
    }
  }
  return {
    ...rateOf(all),
    perLabel: Object.fromEntries(
      [...perLabel].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, tally]) => [label, rateOf(tally)]),
    ),
    missed,
  };
}

const rateOf = (tally: { rendered: number; known: number }): NameRate => ({
  ...tally,
  rate: ratio(tally.rendered, tally.known),
});

/** Close to Unicode's full case folding: upper case first makes "ß" and "SS" alike. */
const fold = (text: string): string => text.toUpperCase().toLowerCase();

function isRendered({ renderings, translation }: KnownName<unknown>, match: NameMatch): boolean {
  const text = fold(translation);
  return renderings.some((rendering) => {
    const wanted = fold(rendering);
    if (wanted === "") return false;
    if (match === "substring") return text.includes(wanted);
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
      if (standsAlone(text, at, at + wanted.length)) return true;
    }
    return false;
  });
}

/** Offsets in UTF-16 units of this text only; they never leave this file. */
const standsAlone = (text: string, start: number, end: number): boolean =>
  !insideWord(text, start) && !insideWord(text, end);

const insideWord = (text: string, at: number): boolean =>
  /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
  /^[\p{L}\p{M}\p{N}]/u.test(text.slice(at, at + 2));
