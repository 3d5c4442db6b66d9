import { type Morphology, stems } from "../inflect/stem.ts";
import { SoundColumn, type SoundModel } from "../sound/distance.ts";
import { soundOfCluster, soundOfWord } from "../sound/romanise.ts";
import { latinSymbols, SUBSTITUTION, SYMBOLS } from "../sound/symbols.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import type { EntityToken, EntityWords } from "./entity.ts";
import { EVIDENCE, type Unit, type UnitResources } from "./evidence.ts";

const LEAST_SHARE = 0.2;
const LEAST_GAIN = 1.5;
/** What sounds only a little alike counts where the characters are those that names are written with. */
const FAINT = -3;
const FAINT_AMONG_NAMES = 4;
const DENSE_SOUND_LONGEST = 9;
/** What may be a word of its own before a name (Hebrew ב, in) is more often that than a letter of the name. */
const CLITIC_KEPT = 1.5;
/** Cost of reading one sound for another up to which a letter may be the first of a name. */
const ALIKE = 0.2;
const SOUND_WEIGHT = 0.9;
const NAME_WEIGHT = 0.4;

type WordSound = { readonly mask: number; readonly word: string; readonly symbols: Uint8Array };

/** The words of an entity and, where the first is short, two of them together. */
function soundsOf(content: readonly EntityToken[]): WordSound[] {
  const sounds: WordSound[] = [];
  content.forEach((token, index) => {
    const word = token.folded;
    const symbols = latinSymbols(word);
    if (symbols.length >= 2) sounds.push({ mask: 1 << index, word, symbols });
    const next = content[index + 1];
    if (next && word.length <= 4) {
      const both = word + next.folded;
      sounds.push({ mask: 3 << index, word: both, symbols: latinSymbols(both) });
    }
  });
  return sounds;
}

/** What sounds like one word: atoms [from, to) with the gain in nats. */
type Likeness = { readonly from: number; readonly to: number; readonly gain: number };

type DenseSounds = {
  /** Of each dense atom its sound symbols, and how much it looks like part of a name, within bounds. */
  readonly symbols: readonly (Uint8Array | undefined)[];
  readonly names: Float32Array;
  readonly model: SoundModel;
  /** By folded word: the words of a sentence are asked for as words of its names and again as words of its entities. */
  readonly alike: Map<string, readonly Likeness[]>;
};

// By the folded atoms, which stay the same array when the words are cut anew.
const soundsByText = new WeakMap<readonly string[], DenseSounds | null>();

/** Undefined for a text that has no dense atom. Asked for every name of a sentence. */
function denseSounds(atoms: Atoms, { nameness, sound }: UnitResources): DenseSounds | undefined {
  let sounds = soundsByText.get(atoms.folded);
  if (sounds === undefined || (sounds && sounds.model !== sound)) {
    const isDense = (at: number): boolean => ((atoms.bits[at] ?? 0) & ATOM.dense) !== 0;
    const dense = atoms.bits.some((bits) => (bits & ATOM.dense) !== 0);
    sounds = dense
      ? {
          symbols: atoms.folded.map((folded, at) => (isDense(at) ? soundOfCluster(folded) : undefined)),
          names: Float32Array.from(atoms.folded, (folded, at) =>
            isDense(at) ? Math.max(-3, Math.min(2.5, nameness(folded))) : 0,
          ),
          model: sound,
          alike: new Map(),
        }
      : null;
    soundsByText.set(atoms.folded, sounds);
  }
  return sounds ?? undefined;
}

export function denseSoundUnits(
  units: Unit[],
  { content }: EntityWords,
  atoms: Atoms,
  resources: UnitResources,
): void {
  const sounds = denseSounds(atoms, resources);
  if (!sounds) return;
  for (const { mask, word, symbols } of soundsOf(content)) {
    let alike = sounds.alike.get(word);
    if (!alike) {
      alike = soundingLike(symbols, atoms, sounds);
      sounds.alike.set(word, alike);
    }
    for (const { from, to, gain } of alike) units.push({ from, to, mask, gain, kind: EVIDENCE.sound });
  }
}

function soundingLike(symbols: Uint8Array, atoms: Atoms, sounds: DenseSounds): Likeness[] {
  const alike: Likeness[] = [];
  const column = new SoundColumn(symbols, sounds.model);
  for (let from = 0; from < atoms.count; from++) {
    const first = sounds.symbols[from];
    if (!first || first.length === 0) continue;
    column.reset();
    let names = 0;
    for (let to = from; to < Math.min(atoms.count, from + DENSE_SOUND_LONGEST); to++) {
      const here = sounds.symbols[to];
      if (!here) break;
      column.push(here);
      names += sounds.names[to] ?? 0;
      if (column.hopeless()) break;
      if (here.length === 0 && to > from && !/[ー\p{M}]/u.test(atoms.folded[to] ?? "")) continue;
      const gain = column.gain();
      const sure = gain >= LEAST_GAIN && gain >= LEAST_SHARE * column.background;
      if (!sure && (to === from || gain < FAINT || gain + names < FAINT_AMONG_NAMES)) continue;
      const alone = to === from && column.length > 3 ? 1.5 : 0;
      alike.push({ from, to: to + 1, gain: SOUND_WEIGHT * gain + NAME_WEIGHT * names - alone });
    }
  }
  return alike;
}

export function wordSoundUnits(
  units: Unit[],
  { content }: EntityWords,
  atoms: Atoms,
  { sound, morphology }: UnitResources,
): void {
  const sounds = soundsOf(content).map(({ mask, symbols }) => ({
    mask,
    column: new SoundColumn(symbols, sound),
  }));
  for (const { first, last, folded } of atoms.words) {
    if ((atoms.bits[first] ?? 0) & (ATOM.dense | ATOM.digit)) continue;
    if (morphology.cased && !((atoms.bits[first] ?? 0) & ATOM.capital)) continue;
    for (let from = first; from <= last; from++) {
      const whole = from === first ? folded : atoms.folded.slice(from, last + 1).join("");
      const forms = stems(whole, morphology).map((form) => soundOfWord(form, morphology.german));
      for (const { mask, column } of sounds) {
        const token = content[Math.log2(mask & -mask)];
        if (from > first && token && cutsName(token, atoms, from)) continue;
        const gain = bestGain(column, forms);
        if (gain < LEAST_GAIN || gain < LEAST_SHARE * column.background) continue;
        const clitic = CLITIC_KEPT * (last - from);
        units.push({ from, to: last + 1, mask, gain: SOUND_WEIGHT * gain - clitic, kind: EVIDENCE.sound });
      }
    }
  }
}

/**
 * Whether the letters of a word before `from` begin the name rather than stand before it: בוסטון sounds as Boston does from
 * its first letter on, and what stays without it does not begin with that letter again (as בבוסטון, in Boston, would).
 */
export function cutsName(token: EntityToken, atoms: Atoms, from: number): boolean {
  const [cut] = soundOfCluster([...(atoms.folded[from - 1] ?? "")].at(-1) ?? "");
  const [next] = soundOfWord(atoms.folded[from] ?? "", false);
  const [begins] = latinSymbols(token.folded);
  if (cut === undefined || begins === undefined || cut === next) return false;
  return (SUBSTITUTION[begins * SYMBOLS + cut] ?? 1) <= ALIKE;
}

function bestGain(column: SoundColumn, forms: readonly Uint8Array[]): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const form of forms) {
    if (form.length * 2.5 + 1 < column.length || form.length > column.length * 2.5 + 1) continue;
    column.reset();
    column.push(form);
    best = Math.max(best, column.gain());
  }
  return best;
}

/** How alike two single words sound, at most 1, for the lexical prior of the aligner. */
export function wordSimilarity(column: SoundColumn, source: string, morphology: Morphology): number {
  const forms = stems(source, morphology).map((form) => soundOfWord(form, morphology.german));
  return bestGain(column, forms) / Math.max(1, column.background);
}
