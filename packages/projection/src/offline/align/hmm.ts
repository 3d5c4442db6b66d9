const REACH = 8;

/** How far the aligned position moves from one word to the next: learnt weights for jumps, clamped to ±REACH. */
export class Jumps {
  #weights: Float64Array = Float64Array.from(
    { length: 2 * REACH + 1 },
    (_, at) => 1 / (1 + Math.abs(at - REACH - 1)),
  );
  readonly #counts = new Float64Array(2 * REACH + 1);
  readonly #tables = new Map<number, Float32Array>();

  /** table[from * length + to], rows summing to 1. */
  table(length: number): Float32Array {
    let table = this.#tables.get(length);
    if (table) return table;
    table = new Float32Array(length * length);
    for (let from = 0; from < length; from++) {
      let sum = 0;
      for (let to = 0; to < length; to++) sum += this.#weights[clamp(to - from)] ?? 0;
      for (let to = 0; to < length; to++)
        table[from * length + to] = (this.#weights[clamp(to - from)] ?? 0) / sum;
    }
    this.#tables.set(length, table);
    return table;
  }

  count(jump: number, amount: number): void {
    const at = clamp(jump);
    this.#counts[at] = (this.#counts[at] ?? 0) + amount;
  }

  learn(): void {
    const total = this.#counts.reduce((sum, count) => sum + count, 0) || 1;
    this.#weights = this.#counts.map((count) => (count + 0.02 * total) / (1.34 * total));
    this.#counts.fill(0);
    this.#tables.clear();
  }
}

const clamp = (jump: number): number => Math.max(-REACH, Math.min(REACH, jump)) + REACH;

/**
 * Posteriors of a hidden Markov alignment (Vogel et al. 1996): the words of one side are emitted in order by positions of
 * the other. Buffers are reused between sentences. A state may also emit by the null word and keep its place.
 */
export class HiddenMarkov {
  #alpha = new Float32Array(4096);
  #beta = new Float32Array(4096);
  #emit = new Float32Array(4096);
  readonly jumps = new Jumps();

  /**
   * `emission[i * observed + j]`: probability of the j-th observed word from state i; `silence[j]`: from the null word.
   * Writes P(observed j comes from state i, not from null) to `posterior` in the same layout.
   */
  posteriors(
    states: number,
    observed: number,
    emission: Float32Array,
    silence: Float32Array,
    nullShare: number,
    posterior: Float32Array,
    learn: boolean,
  ): void {
    const size = states * observed;
    if (this.#alpha.length < size) {
      this.#alpha = new Float32Array(size * 2);
      this.#beta = new Float32Array(size * 2);
      this.#emit = new Float32Array(size * 2);
    }
    const alpha = this.#alpha;
    const beta = this.#beta;
    const emit = this.#emit;
    // Here rows are observed words, so that the inner loops run over neighbouring memory.
    for (let j = 0; j < observed; j++) {
      const none = nullShare * (silence[j] ?? 0);
      for (let i = 0; i < states; i++) {
        emit[j * states + i] = (1 - nullShare) * (emission[i * observed + j] ?? 0) + none;
      }
    }
    const jump = this.jumps.table(states);
    forward(states, observed, emit, jump, alpha);
    backward(states, observed, emit, jump, beta);
    for (let j = 0; j < observed; j++) {
      let total = 0;
      for (let i = 0; i < states; i++) total += (alpha[j * states + i] ?? 0) * (beta[j * states + i] ?? 0);
      if (total <= 0) total = 1e-30;
      for (let i = 0; i < states; i++) {
        const state = ((alpha[j * states + i] ?? 0) * (beta[j * states + i] ?? 0)) / total;
        const all = emit[j * states + i] ?? 0;
        const share = all > 0 ? ((1 - nullShare) * (emission[i * observed + j] ?? 0)) / all : 0;
        posterior[i * observed + j] = state * share;
      }
    }
    if (learn) this.#countJumps(states, observed, posterior);
  }

  /** Jumps between the words that are surely aligned: cheaper than full pair posteriors and as good on short sentences. */
  #countJumps(states: number, observed: number, posterior: Float32Array): void {
    for (let j = 1; j < observed; j++) {
      for (let from = 0; from < states; from++) {
        const before = posterior[from * observed + j - 1] ?? 0;
        if (before < 0.2) continue;
        for (let to = 0; to < states; to++) {
          const after = posterior[to * observed + j] ?? 0;
          if (after >= 0.2) this.jumps.count(to - from, before * after);
        }
      }
    }
  }
}

// The inner loops are functions of their own: called often they are compiled whole, while the engine of the run time keeps
// falling out of a loop that it has compiled in the middle of a long one.
function forward(
  states: number,
  observed: number,
  emit: Float32Array,
  jump: Float32Array,
  alpha: Float32Array,
): void {
  for (let i = 0; i < states; i++) alpha[i] = emit[i] ?? 0;
  normalise(alpha, 0, states, 1 / states);
  for (let j = 1; j < observed; j++) {
    const row = j * states;
    arrive(states, row, emit, jump, alpha);
    normalise(alpha, row, states, 1 / states);
  }
}

/** One row of alpha from the row before it. */
function arrive(
  states: number,
  row: number,
  emit: Float32Array,
  jump: Float32Array,
  alpha: Float32Array,
): void {
  for (let i = 0; i < states; i++) alpha[row + i] = 0;
  for (let from = 0; from < states; from++) {
    const before = alpha[row - states + from] ?? 0;
    if (before >= 1e-6) addScaled(alpha, row, jump, from * states, states, before);
  }
  for (let i = 0; i < states; i++) alpha[row + i] = (alpha[row + i] ?? 0) * (emit[row + i] ?? 0);
}

function addScaled(
  to: Float32Array,
  at: number,
  from: Float32Array,
  start: number,
  length: number,
  factor: number,
): void {
  for (let i = 0; i < length; i++) to[at + i] = (to[at + i] ?? 0) + factor * (from[start + i] ?? 0);
}

/** Scales a row to sum to 1; one that is all 0 becomes `otherwise`. */
function normalise(values: Float32Array, row: number, length: number, otherwise: number): void {
  let total = 0;
  for (let i = 0; i < length; i++) total += values[row + i] ?? 0;
  for (let i = 0; i < length; i++) values[row + i] = total > 0 ? (values[row + i] ?? 0) / total : otherwise;
}

function backward(
  states: number,
  observed: number,
  emit: Float32Array,
  jump: Float32Array,
  beta: Float32Array,
): void {
  const last = (observed - 1) * states;
  for (let i = 0; i < states; i++) beta[last + i] = 1;
  const ahead = new Float32Array(states);
  for (let j = observed - 2; j >= 0; j--) {
    const row = j * states;
    multiply(ahead, emit, beta, row + states, states);
    for (let from = 0; from < states; from++) beta[row + from] = product(jump, from * states, ahead, states);
    normalise(beta, row, states, 1);
  }
}

function multiply(to: Float32Array, a: Float32Array, b: Float32Array, row: number, length: number): void {
  for (let i = 0; i < length; i++) to[i] = (a[row + i] ?? 0) * (b[row + i] ?? 0);
}

function product(a: Float32Array, start: number, b: Float32Array, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (a[start + i] ?? 0) * (b[i] ?? 0);
  return sum;
}
