import type { Association } from "../align/association.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import { numberValue, romanValue } from "../text/numerals.ts";
import type { EntityWords } from "./entity.ts";
import { EVIDENCE, type Unit, type UnitResources } from "./evidence.ts";
import { type Links, linkOf } from "./segment.ts";
import { lexiconUnits } from "./units-names.ts";
import { cutsName, denseSoundUnits, wordSoundUnits } from "./units-sound.ts";

const DENSE_PIECE_LONGEST = 5;

export function unitsOf(words: EntityWords, atoms: Atoms, links: Links, resources: UnitResources): Unit[] {
  const units: Unit[] = [];
  const { use } = resources;
  literalUnits(units, words, atoms);
  if (use.lexicon) lexiconUnits(units, words, atoms, resources);
  if (use.sound) {
    denseSoundUnits(units, words, atoms, resources);
    wordSoundUnits(units, words, atoms, resources);
  }
  if (use.links) {
    linkUnits(units, words, atoms, links);
    acronymUnits(units, words, atoms, links);
  }
  if (use.association && resources.association) associationUnits(units, words, atoms, resources.association);
  if (use.numbers) numberUnits(units, words, atoms);
  return units;
}

function literalUnits(units: Unit[], { content }: EntityWords, atoms: Atoms): void {
  content.forEach((token, index) => {
    for (let at = 0; at < atoms.count; at++) {
      const folded = atoms.folded[at] ?? "";
      if (folded === token.folded) {
        const reign = romanValue(folded) !== undefined && /^[世세]/u.test(atoms.folded[at + 1] ?? "");
        units.push({
          from: at,
          to: at + (reign ? 2 : 1),
          mask: 1 << index,
          gain: 7 + Math.min(5, folded.length / 2),
          kind: EVIDENCE.literal,
        });
      }
    }
  });
}

function linkUnits(units: Unit[], { content }: EntityWords, atoms: Atoms, links: Links): void {
  atoms.words.forEach(({ first, last }, word) => {
    let mask = 0;
    let sum = 0;
    content.forEach((token, index) => {
      const link = linkOf(links, token.row, word);
      if (link < 0.12) return;
      units.push({ from: first, to: last + 1, mask: 1 << index, gain: 6 * link, kind: EVIDENCE.link });
      // A name may begin after a clitic; the word as a whole was what was aligned.
      for (let from = first + 1; from <= last && !((atoms.bits[first] ?? 0) & ATOM.dense); from++) {
        if (cutsName(token, atoms, from)) continue;
        units.push({ from, to: last + 1, mask: 1 << index, gain: 5.5 * link, kind: EVIDENCE.link });
      }
      mask |= 1 << index;
      sum += link;
    });
    if (mask & (mask - 1))
      units.push({ from: first, to: last + 1, mask, gain: 5 * Math.min(2, sum), kind: EVIDENCE.link });
  });
}

function associationUnits(
  units: Unit[],
  { content }: EntityWords,
  atoms: Atoms,
  association: Association,
): void {
  content.forEach((token, index) => {
    for (let from = 0; from < atoms.count; from++) {
      let piece = "";
      for (let to = from; to < Math.min(atoms.count, from + DENSE_PIECE_LONGEST); to++) {
        if (!((atoms.bits[to] ?? 0) & ATOM.dense)) break;
        if (to > from && (atoms.bits[to] ?? 0) & ATOM.spaced) break;
        piece += atoms.folded[to] ?? "";
        const gain = association.strength(token.folded, piece);
        // What goes on from a string that is not counted is not counted either.
        if (gain === undefined) break;
        if (gain > 0.5) units.push({ from, to: to + 1, mask: 1 << index, gain, kind: EVIDENCE.association });
      }
    }
  });
}

/** An acronym that is linked to a word of a spelled-out name of as many words as it has letters: RSC, Королевской шекспировской компании. */
function acronymUnits(units: Unit[], { content }: EntityWords, atoms: Atoms, links: Links): void {
  content.forEach((token, index) => {
    const letters = token.folded.length;
    if (!token.allCapitals || letters < 3 || letters > 6) return;
    for (let from = 0; from + letters <= atoms.words.length; from++) {
      const first = atoms.words[from];
      const last = atoms.words[from + letters - 1];
      if (!first || !last || last.last - first.first !== letters - 1) continue;
      const bits = atoms.bits[first.first] ?? 0;
      if (!(bits & ATOM.capital) || bits & (ATOM.dense | ATOM.allCapitals)) continue;
      let link = 0;
      for (let word = from; word < from + letters; word++)
        link = Math.max(link, linkOf(links, token.row, word));
      if (link > 0.15)
        units.push({
          from: first.first,
          to: last.last + 1,
          mask: 1 << index,
          gain: 3 + 5 * link,
          kind: EVIDENCE.number,
        });
    }
  });
}

/** Regnal numbers and other numerals: II, 2, 二世, ٢. */
function numberUnits(units: Unit[], { content }: EntityWords, atoms: Atoms): void {
  content.forEach((token, index) => {
    const roman =
      token.allCapitals || (token.capital && token.folded.length === 1)
        ? romanValue(token.folded)
        : undefined;
    const value = roman ?? numberValue(token.folded);
    if (value === undefined) return;
    for (let from = 0; from < atoms.count; from++) {
      let digits = "";
      for (let to = from; to < Math.min(atoms.count, from + 4); to++) {
        digits += atoms.folded[to] ?? "";
        const found = numberValue(digits);
        if (found === undefined) break;
        if (found !== value) continue;
        const reign = roman !== undefined && /^[世세]/u.test(atoms.folded[to + 1] ?? "");
        units.push({
          from,
          to: to + (reign ? 2 : 1),
          mask: 1 << index,
          gain: reign ? 6 : 4,
          kind: EVIDENCE.number,
        });
      }
    }
  });
}
