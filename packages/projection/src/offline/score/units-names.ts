import { type Morphology, sameLexeme } from "../inflect/stem.ts";
import type { KnownName } from "../names/lexicon.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import type { EntityWords } from "./entity.ts";
import { EVIDENCE, type Unit, type UnitResources } from "./evidence.ts";

const WEIGHT_OF_SOURCE = {
  memory: 1,
  lexicon: 0.9,
  region: 1,
  city: 1,
  demonym: 0.7,
  class: 0.6,
  word: 0.5,
} as const;

/** Where the entity, or a part of it, stands as memory, lexicon or CLDR know it. */
export function lexiconUnits(
  units: Unit[],
  words: EntityWords,
  atoms: Atoms,
  { names, morphology }: UnitResources,
): void {
  const { content } = words;
  for (let from = 0; from < content.length; from++) {
    for (let to = content.length; to > from; to--) {
      const whole = from === 0 && to === content.length;
      const key = whole
        ? words.key
        : content
            .slice(from, to)
            .map((token) => token.folded)
            .join(" ");
      const mask = ((1 << (to - from)) - 1) << from;
      for (const name of [
        ...names.get(key),
        ...(whole && key !== content.map((t) => t.folded).join(" ")
          ? names.get(content.map((t) => t.folded).join(" "))
          : []),
      ]) {
        const weight = name.weight * WEIGHT_OF_SOURCE[name.source];
        for (const [start, end, quality] of occurrences(name, atoms, morphology)) {
          const gain = (5 + 2.4 * Math.min(6, informative(name.form)) + (to - from - 1)) * weight * quality;
          units.push({ from: start, to: end, mask, gain, kind: EVIDENCE.lexicon, inexact: quality < 1 });
        }
      }
    }
  }
}

/** Han says with one character what letters say with about three. */
const informative = (form: string): number => (/[\u3000-\uffff]/u.test(form) ? form.length : form.length / 3);

/** Atom ranges where a known name stands, inflected or not, with how well it fits (1 for literally). */
function* occurrences(
  name: KnownName,
  atoms: Atoms,
  morphology: Morphology,
): Iterable<[number, number, number]> {
  const { form } = name;
  const first = form.charAt(0);
  const parts = form.split(/[\s-]+/u).filter((part) => part !== "");
  for (let at = 0; at < atoms.count; at++) {
    const bits = atoms.bits[at] ?? 0;
    if (bits & ATOM.dense) {
      if ((atoms.folded[at] ?? "").charAt(0) !== first) continue;
      const end = denseMatch(form, atoms, at);
      if (end > at) yield [at, end, 1];
    } else if (bits & ATOM.word) {
      const end = wordsMatch(parts, atoms, at, morphology);
      if (end > at) yield [at, end, atoms.folded[at] === parts[0] ? 1 : 0.9];
      else if (initialsMatch(parts, atoms, at)) yield [at, at + 1, 0.7];
      else if (compoundMatch(form, atoms, at, morphology)) yield [at, at + 1, 0.8];
    }
  }
}

function denseMatch(form: string, atoms: Atoms, from: number): number {
  let taken = 0;
  let at = from;
  while (at < atoms.count && taken < form.length) {
    const folded = atoms.folded[at] ?? "";
    const space = form.charAt(taken) === " ";
    if (space) {
      taken++;
      continue;
    }
    if (!form.startsWith(folded, taken)) return -1;
    taken += folded.length;
    at++;
  }
  return taken === form.length ? at : -1;
}

function wordsMatch(parts: readonly string[], atoms: Atoms, from: number, morphology: Morphology): number {
  let at = from;
  for (let part = 0; part < parts.length; part++) {
    if (part > 0 && atoms.folded[at] === "-") at++;
    if (at >= atoms.count) return -1;
    const target = parts[part] ?? "";
    if (!(atoms.bits[at] ?? 0) || !sameLexeme(atoms.folded[at] ?? "", target, morphology)) return -1;
    at++;
  }
  return at;
}

function initialsMatch(parts: readonly string[], atoms: Atoms, at: number): boolean {
  const bits = atoms.bits[at] ?? 0;
  if (!(bits & ATOM.allCapitals) || parts.length < 2) return false;
  return parts.map((part) => part.charAt(0)).join("") === atoms.folded[at];
}

/** German: Südosteuropas holds Europa; the second part of a compound carries the name. */
function compoundMatch(form: string, atoms: Atoms, at: number, morphology: Morphology): boolean {
  if (!morphology.german || form.length < 5) return false;
  const folded = (atoms.folded[at] ?? "").replace(/s$/, "");
  return (
    folded.length > form.length + 2 && folded.endsWith(form) && ((atoms.bits[at] ?? 0) & ATOM.capital) !== 0
  );
}
