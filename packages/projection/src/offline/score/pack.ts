/** One entity to learn from: its candidates' features and which of them are right (several for a repeated name); none for "nowhere". */
export type Example = {
  readonly language: string;
  readonly features: readonly Float32Array[];
  readonly right: readonly number[];
};

/** Examples in flat arrays: for speed, learning goes over all of them hundreds of times. */
export type Packed = {
  readonly languages: readonly string[];
  /** By example: its language, and where its candidates begin (one more at the end). */
  readonly language: Int32Array;
  readonly candidates: Int32Array;
  /** By candidate: whether it is right, and where its features begin in `feature` and `value` (one more at the end). */
  readonly right: Uint8Array;
  readonly features: Int32Array;
  readonly feature: Uint16Array;
  readonly value: Float32Array;
};

/** Only features that are not 0 are kept. Languages in alphabetical order. */
export function pack(examples: readonly Example[]): Packed {
  const languages = [...new Set(examples.map(({ language }) => language))].sort();
  let candidates = 0;
  let values = 0;
  for (const { features } of examples) {
    candidates += features.length;
    for (const one of features) for (const value of one) if (value !== 0) values++;
  }
  const packed = {
    languages,
    language: Int32Array.from(examples, ({ language }) => languages.indexOf(language)),
    candidates: new Int32Array(examples.length + 1),
    right: new Uint8Array(candidates),
    features: new Int32Array(candidates + 1),
    feature: new Uint16Array(values),
    value: new Float32Array(values),
  };
  let candidate = 0;
  let entry = 0;
  examples.forEach(({ features, right }, index) => {
    for (const at of right) packed.right[candidate + at] = 1;
    for (const one of features) {
      one.forEach((value, feature) => {
        if (value === 0) return;
        packed.feature[entry] = feature;
        packed.value[entry++] = value;
      });
      packed.features[++candidate] = entry;
    }
    packed.candidates[index + 1] = candidate;
  });
  return packed;
}

/**
 * Adds to `gradient` the slope of the log likelihood for each feature of each language ([language * size + feature]) under
 * `weights` of the same shape: softmax over an example's candidates and "nowhere", whose score is 0.
 */
export function addSlopes(packed: Packed, weights: Float64Array, size: number, gradient: Float64Array): void {
  const { language, candidates, right, features, feature, value } = packed;
  let scores = new Float64Array(64);
  for (let example = 0; example < language.length; example++) {
    const from = candidates[example] ?? 0;
    const to = candidates[example + 1] ?? 0;
    if (to - from > scores.length) scores = new Float64Array(2 * (to - from));
    const own = (language[example] ?? 0) * size;
    let most = 0;
    for (let at = from; at < to; at++) {
      let score = 0;
      const end = features[at + 1] ?? 0;
      for (let entry = features[at] ?? 0; entry < end; entry++)
        score += (value[entry] ?? 0) * (weights[own + (feature[entry] ?? 0)] ?? 0);
      scores[at - from] = score;
      if (score > most) most = score;
    }
    let total = Math.exp(-most);
    let hit = 0;
    for (let at = from; at < to; at++) {
      const likely = Math.exp((scores[at - from] ?? 0) - most);
      scores[at - from] = likely;
      total += likely;
      if (right[at]) hit += likely;
    }
    for (let at = from; at < to; at++) {
      const likely = (scores[at - from] ?? 0) / total;
      const push = (right[at] && hit > 0 ? (scores[at - from] ?? 0) / hit : 0) - likely;
      if (Math.abs(push) < 1e-7) continue;
      const end = features[at + 1] ?? 0;
      for (let entry = features[at] ?? 0; entry < end; entry++) {
        const index = own + (feature[entry] ?? 0);
        gradient[index] = (gradient[index] ?? 0) + push * (value[entry] ?? 0);
      }
    }
  }
}
