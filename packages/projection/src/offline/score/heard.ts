import { SoundColumn, type SoundModel } from "../sound/distance.ts";
import { soundOfCluster, soundOfWord } from "../sound/romanise.ts";
import { latinSymbols } from "../sound/symbols.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import type { EntityWords } from "./entity.ts";

/** Spans that names are looked for in are at most so long; see `cover.ts`. */
const LONGEST = 26;
/** Most spans are shorter: what is listened to at once. */
const AT_ONCE = 8;

/**
 * How much a stretch of the source sounds like the whole of an entity, its words in their order or the other way round. What
 * lies from one atom on is heard once and remembered.
 */
export class Heard {
  readonly #columns: readonly SoundColumn[];
  readonly #sounds: readonly Uint8Array[];
  readonly #count: number;
  readonly #byStart = new Map<number, Float32Array>();
  /** The most a gain can be, in nats. */
  readonly most: number;

  constructor({ content }: EntityWords, sounds: readonly Uint8Array[], model: SoundModel) {
    const words = content.map((token) => token.folded);
    const orders = words.length === 2 || words.length === 3 ? [words, [...words].reverse()] : [words];
    this.#columns = orders.map((order) => new SoundColumn(latinSymbols(order.join("")), model));
    this.#sounds = sounds;
    this.#count = sounds.length;
    this.most = sounds.length > 0 ? (this.#columns[0]?.background ?? 0) : 0;
  }

  /** In nats, of atoms [from, to); below 0 for what sounds like anything else. */
  gain(from: number, to: number): number {
    const most = Math.min(LONGEST, this.#count - from);
    const length = Math.min(most, to - from);
    let gains = this.#byStart.get(from);
    if (!gains || gains.length < length) {
      gains = this.#listen(from, Math.min(most, Math.max(AT_ONCE, 2 * length)));
      this.#byStart.set(from, gains);
    }
    return gains[length - 1] ?? 0;
  }

  #listen(from: number, length: number): Float32Array {
    const gains = new Float32Array(length).fill(Number.NEGATIVE_INFINITY);
    for (const column of this.#columns) {
      column.reset();
      for (let at = 0; at < length; at++) {
        column.push(this.#sounds[from + at] ?? SILENCE);
        gains[at] = Math.max(gains[at] ?? 0, column.gain());
      }
    }
    return gains;
  }
}

const SILENCE = new Uint8Array(0);

/** Of each atom what it sounds like; marks are silent. */
export function soundsOf(atoms: Atoms, german: boolean): Uint8Array[] {
  return atoms.folded.map((folded, at) => {
    const bits = atoms.bits[at] ?? 0;
    if (!(bits & ATOM.word)) return SILENCE;
    return bits & ATOM.dense ? soundOfCluster(folded) : soundOfWord(folded, german);
  });
}
