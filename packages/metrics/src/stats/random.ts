/** Uniform integers from a seed: the same seed gives the same numbers on every machine. Not for secrets. */
export type Random = {
  /** 0 to 2³² − 1. */
  readonly uint32: () => number;
  /** 0 to `limit` − 1, each as likely; `limit` from 1 to 2³². */
  readonly below: (limit: number) => number;
};

const TWO_32 = 2 ** 32;

/** xoshiro128** 1.1 (Blackman & Vigna 2018), its state filled by SplitMix32 from a seed of which the low 32 bits count. */
export function seededRandom(seed: number): Random {
  const mix = splitmix32(seed);
  return xoshiro128([mix(), mix(), mix(), mix()]);
}

/** Exported for its reference vectors; the state must not be all zeros. */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  const uint32 = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result >>> 0;
  };
  let lastLimit = 1;
  let share = TWO_32;
  const below = (limit: number): number => {
    if (limit !== lastLimit) {
      lastLimit = limit;
      share = Math.floor(TWO_32 / limit);
    }
    // Each number has the same share of the 2³² that can be drawn; what is left over at the end is drawn again.
    let found = limit;
    while (found >= limit) found = Math.floor(uint32() / share);
    return found;
  };
  return { uint32, below };
}

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}
