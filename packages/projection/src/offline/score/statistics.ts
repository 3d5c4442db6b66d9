import { NAME_CHARACTERS_ZH } from "../data/name-characters.ts";
import type { NameIndex } from "../names/lexicon.ts";
import { SoundColumn, type SoundModel } from "../sound/distance.ts";
import { soundOfCluster } from "../sound/romanise.ts";
import { latinSymbols } from "../sound/symbols.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import { foldCharacter } from "../text/fold.ts";
import { CHARACTER, characterBits } from "../text/scripts.ts";

/** In how many sentences a word or dense character stands, for telling function words from names. */
export class Frequencies {
  readonly #counts = new Map<string, number>();
  readonly #functionWords: ReadonlySet<string>;
  #sentences = 0;
  readonly #characters = new Map<string, number>();
  #texts = 0;

  add(atoms: Atoms): void {
    this.#sentences++;
    for (const folded of new Set(atoms.folded)) this.#counts.set(folded, (this.#counts.get(folded) ?? 0) + 1);
  }

  /** Counts the characters of a dense text, before it is cut to atoms. */
  addText(value: string): void {
    this.#texts++;
    for (const character of new Set(value)) {
      if (!(characterBits(character) & CHARACTER.dense)) continue;
      const folded = foldCharacter(character);
      this.#characters.set(folded, (this.#characters.get(folded) ?? 0) + 1);
    }
  }

  constructor(functionWords = "") {
    this.#functionWords = new Set(functionWords.split(" "));
  }

  /** 0 for what is in one of a thousand sentences or less, 1 for what is in every tenth or more. */
  commonness(folded: string): number {
    // A small batch cannot show what is common.
    const least = this.#functionWords.has(folded) ? 0.8 : 0;
    const count = (this.#counts.get(folded) ?? 0) - 1;
    if (count <= 0) return least;
    return Math.max(least, Math.min(1, (Math.log10(count / this.#sentences) + 3) / 2));
  }

  /** Share of the texts that hold a character. */
  share(folded: string): number {
    return ((this.#characters.get(folded) ?? 0) + 0.5) / (this.#texts + 1);
  }
}

const KATAKANA = /\p{Script=Katakana}/u;

/** How often each dense character stands in names that sound like their English side. */
export type NameCharacters = { readonly counts: ReadonlyMap<string, number>; readonly total: number };

/** Counted over lexicon and CLDR, and for Chinese over a shipped list, so that there is something before a lexicon is. */
export function nameCharacters(names: NameIndex, sound: SoundModel, chinese: boolean): NameCharacters {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [key, list] of names.entries()) {
    for (const { form, weight, source } of list) {
      if (source === "class" || source === "word" || weight < 0.9 || !soundsLike(key, form, sound)) continue;
      for (const character of form) counts.set(character, (counts.get(character) ?? 0) + 1);
      total += [...form].length;
    }
  }
  const seeds = chinese ? [...NAME_CHARACTERS_ZH] : [];
  for (const character of seeds) counts.set(character, (counts.get(character) ?? 0) + 4);
  return { counts, total: total + seeds.length * 4 };
}

/** How much a dense character looks like part of a transliterated name, as log odds against running text. */
export function namenessOf(
  { counts, total }: NameCharacters,
  frequencies: Frequencies,
): (folded: string) => number {
  const known = new Map<string, number>();
  return (folded) => {
    let odds = known.get(folded);
    if (odds === undefined) {
      const characters = [...folded];
      odds = characters.reduce((sum, one) => sum + logOdds(one), 0) / Math.max(1, characters.length);
      known.set(folded, odds);
    }
    return odds;
  };
  function logOdds(folded: string): number {
    if (KATAKANA.test(folded) || folded === "ー") return 4;
    if (total === 0) return 0;
    const here = ((counts.get(folded) ?? 0) + 0.3) / (total + 300);
    // Shares of sentences, not of characters: a sentence has about forty.
    const there = frequencies.share(folded) / 40;
    return Math.max(-5, Math.min(5, Math.log(here / there)));
  }
}

function soundsLike(key: string, form: string, sound: SoundModel): boolean {
  const symbols = latinSymbols(key.replaceAll(" ", ""));
  if (symbols.length < 3) return false;
  const column = new SoundColumn(symbols, sound);
  column.reset();
  for (const character of form) column.push(soundOfCluster(character));
  return column.share() >= 0.3;
}

export const isDense = (atoms: Atoms): boolean => atoms.bits.some((bits) => (bits & ATOM.dense) !== 0);
