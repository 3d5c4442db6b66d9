import { LOCATIVES, OF_PEOPLE } from "../data/regions.ts";
import { looksAdjectival } from "../inflect/adjectives.ts";
import { type Morphology, sameLexeme } from "../inflect/stem.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import type { NameIndex } from "./lexicon.ts";

/** Where a country or a part of the world stands in a text: atoms [from, to), and the pivot names and adjectives for it. */
export type RegionPlace = { readonly from: number; readonly to: number; readonly keys: ReadonlySet<string> };

type RegionName = { readonly form: string; readonly parts: readonly string[]; readonly keys: Set<string> };

/** Names of countries and parts of the world, to be found in texts whose translation does not mark them. */
export class RegionNames {
  readonly #byStart = new Map<string, RegionName[]>();
  readonly #morphology: Morphology;

  constructor(names: NameIndex, morphology: Morphology) {
    this.#morphology = morphology;
    const byForm = new Map<string, RegionName>();
    // The whole world is in CLDR among the parts of the world, and a common noun.
    const world = new Set(names.get("world").map(({ form }) => form));
    for (const [key, list] of names.entries()) {
      for (const { form, source } of list) {
        if ((source !== "region" && source !== "demonym") || !names.isRegion(form) || world.has(form))
          continue;
        let name = byForm.get(form);
        if (!name) {
          name = { form, parts: form.split(/[\s-]+/u).filter((part) => part !== ""), keys: new Set() };
          byForm.set(form, name);
        }
        name.keys.add(key);
      }
    }
    for (const name of byForm.values()) {
      if (name.form.length < 2) continue;
      const start = startOf(name.parts[0] ?? "");
      const list = this.#byStart.get(start);
      if (list) list.push(name);
      else this.#byStart.set(start, [name]);
    }
  }

  /** From left to right, at each place the longest, none overlapping. Names of peoples and languages are left out. */
  find(atoms: Atoms): RegionPlace[] {
    const found: RegionPlace[] = [];
    for (let from = 0; from < atoms.count; from++) {
      const bits = atoms.bits[from] ?? 0;
      if (!(bits & ATOM.word)) continue;
      let best: RegionPlace | undefined;
      const folded = atoms.folded[from] ?? "";
      const names =
        bits & ATOM.dense ? this.#byStart.get(folded.charAt(0)) : this.#byStart.get(startOf(folded));
      for (const { form, parts, keys } of names ?? []) {
        const to = bits & ATOM.dense ? denseEnd(form, atoms, from) : this.#wordsEnd(parts, atoms, from);
        if (to > (best?.to ?? from)) best = { from, to, keys };
      }
      if (!best) continue;
      if (!this.#ofPeople(atoms, best.to) && !this.#endsLongerName(atoms, from)) found.push(best);
      from = best.to - 1;
    }
    return found;
  }

  /** Whether a word for being somewhere stands before a place. */
  isLocative(atoms: Atoms, from: number): boolean {
    return LOCATIVES[this.#morphology.base]?.has(atoms.folded[from - 1] ?? "") ?? false;
  }

  #ofPeople(atoms: Atoms, to: number): boolean {
    const next = to < atoms.count ? (atoms.bits[to] ?? 0) : 0;
    if (!(next & ATOM.dense) || next & ATOM.spaced) return false;
    return OF_PEOPLE[this.#morphology.base]?.has(atoms.folded[to] ?? "") ?? false;
  }

  /** A word with a capital before it, inside the sentence: Соединённые Штаты Америки, New England. */
  #endsLongerName(atoms: Atoms, from: number): boolean {
    const before = from > 0 ? (atoms.bits[from - 1] ?? 0) : 0;
    return this.#morphology.cased && (before & ATOM.capital) !== 0 && !startsSentence(atoms, from - 1);
  }

  #wordsEnd(parts: readonly string[], atoms: Atoms, from: number): number {
    const { cased, base } = this.#morphology;
    if (cased && !((atoms.bits[from] ?? 0) & ATOM.capital)) return -1;
    let at = from;
    const first = startsSentence(atoms, from);
    for (const [index, part] of parts.entries()) {
      if (index > 0 && atoms.folded[at] === "-") at++;
      const word = atoms.folded[at] ?? "";
      if (at >= atoms.count || !this.#isForm(word, part, first)) return -1;
      at++;
    }
    return parts.length === 1 && looksAdjectival(atoms.folded[from] ?? "", base) ? -1 : at;
  }

  /** Inflected as a noun. Where a sentence begins, any word has a capital: there only the name as it stands counts. */
  #isForm(word: string, part: string, first: boolean): boolean {
    if (word === part) return true;
    if (first) return false;
    if (this.#morphology.script === "Latn") return word === `${part}s`;
    return part.length >= 5 && sameLexeme(word, part, this.#morphology);
  }
}

/** Nothing but punctuation stands before, back to the end of a sentence. */
function startsSentence(atoms: Atoms, from: number): boolean {
  for (let at = from - 1; at >= 0; at--) {
    if ((atoms.bits[at] ?? 0) & ATOM.word) return false;
    if (/[.!?]/u.test(atoms.folded[at] ?? "")) return true;
  }
  return true;
}

const startOf = (word: string): string => word.slice(0, /[\u3000-\uffff]/u.test(word) ? 1 : 3);

function denseEnd(form: string, atoms: Atoms, from: number): number {
  let taken = 0;
  let at = from;
  while (at < atoms.count && taken < form.length) {
    const folded = atoms.folded[at] ?? "";
    if (form.charAt(taken) === " ") taken++;
    if (!form.startsWith(folded, taken)) return -1;
    taken += folded.length;
    at++;
  }
  return taken === form.length ? at : -1;
}
