import type { Decision } from "./decide.ts";
import type { Examined } from "./examine.ts";
import { type FeatureName, featureNames } from "./feature-names.ts";

const READ: readonly FeatureName[] = [
  "person",
  "organisation",
  "allSound",
  "wholeName",
  "literal",
  "region",
  "gapsPer",
  "single",
  "glossAfter",
  "linkPrecision",
];

/** Annotators of one language agree with the translation's more than those of another, by label: one input each. */
const PROFILES = ["zh", "ru", "de"];
const LABELS: readonly FeatureName[] = ["person", "organisation", "place"];

const FIRST_LABEL = 2 + READ.length;
const PLAIN = FIRST_LABEL + PROFILES.length * LABELS.length;

/**
 * Number of inputs: 1, the log odds of the probability, what is read from the features, languages and labels; then whether
 * a convention gives the entity another label than the translation has.
 */
export const CONFIDENCE_INPUTS = PLAIN + 1;

/** Weights were once kept without the last input: its weight comes behind the ceilings. */
const inOrderOfInputs = (stored: ArrayLike<number>): number[] => {
  const all = Array.from(stored);
  return [...all.slice(0, PLAIN), ...all.slice(PLAIN + PROFILES.length)];
};

const indices = READ.map((name) => featureNames.indexOf(name));
const labelIndices = LABELS.map((name) => featureNames.indexOf(name));

/** What the calibrated confidence of a placed entity is computed from. */
export function confidenceInputs(examined: Examined, decision: Decision, profile: string): Float64Array {
  const features = examined.features[decision.chosen];
  const mass = Math.min(0.999, Math.max(0.001, decision.masses[decision.chosen] ?? 0));
  return Float64Array.from([
    1,
    Math.log(mass / (1 - mass)),
    ...indices.map((index) => features?.[index] ?? 0),
    ...PROFILES.flatMap((one) =>
      labelIndices.map((index) => (one === profile ? (features?.[index] ?? 0) : 0)),
    ),
    examined.label === examined.words.entity.label ? 0 : 1,
  ]);
}

/** Weights of the plain inputs, then how sure one can be at most in the language of each profile, then the last input's. */
export function confidenceOf(inputs: Float64Array, weights: ArrayLike<number>): number {
  const free = uncapped(inputs, inOrderOfInputs(weights));
  const profile = profileIn(inputs);
  const most = profile === undefined ? 1 : (weights[PLAIN + profile] ?? 1);
  // Above it only the order is kept.
  return free <= most ? free : most + (free - most) / 100;
}

function uncapped(inputs: Float64Array, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < inputs.length; at++) sum += (inputs[at] ?? 0) * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Position in `PROFILES`; undefined for a label that no profile knows. */
function profileIn(inputs: Float64Array): number | undefined {
  for (let at = FIRST_LABEL; at < PLAIN; at++)
    if ((inputs[at] ?? 0) !== 0) return Math.floor((at - FIRST_LABEL) / LABELS.length);
  return undefined;
}

/** No language is held to be less reliable than this, however few the surest places were that agreed with annotators. */
const LEAST_CEILING = 0.88;
/** Standard errors to a bound that holds in 99 of 100 cases: names of one document are right or wrong together, so many teach as few. */
const ONE_SIDED = 2.33;

/** From here on a confidence says "sure": no language may say so whose sure places were not. */
const SURE = 0.9;

/**
 * By profile: the least that the share of right ones among the surest third is likely to be, and no more than the same of
 * those that would be called sure. Where these were few, or annotators often left them out, none is.
 */
function ceilings(examples: readonly ConfidenceExample[], weights: Float64Array): number[] {
  return PROFILES.map((_, profile) => {
    const own = examples
      .filter(({ inputs }) => profileIn(inputs) === profile)
      .map(({ inputs, right }) => ({ right, free: uncapped(inputs, weights) }))
      .sort((a, b) => b.free - a.free);
    if (own.length === 0) return 1;
    const most = atLeast(own.slice(0, Math.ceil(own.length / 3)));
    const sure = atLeast(own.filter(({ free }) => free >= SURE));
    return Math.max(LEAST_CEILING, sure < SURE ? Math.min(most, sure) : most);
  });
}

/** What the share of right ones is at least, in 99 of 100 cases. */
function atLeast(list: readonly { readonly right: boolean }[]): number {
  const share = (list.filter(({ right }) => right).length + 1) / (list.length + 2);
  return share - ONE_SIDED * Math.sqrt((share * (1 - share)) / Math.max(1, list.length));
}

type ConfidenceExample = { readonly inputs: Float64Array; readonly right: boolean };

/**
 * Logistic regression by gradient steps on the whole set, shrunk towards taking the probability as it is; then, by profile,
 * the most that a confidence can be: annotators leave names out however clear they are, in some languages more than in
 * others, and no slope of the regression knows of such a ceiling.
 */
export function fitConfidence(examples: readonly ConfidenceExample[]): number[] {
  const weights = new Float64Array(CONFIDENCE_INPUTS);
  weights[1] = 1;
  const rate = 2 / Math.max(1, examples.length);
  for (let step = 0; step < 2000; step++) {
    const slope = new Float64Array(CONFIDENCE_INPUTS);
    for (const { inputs, right } of examples) {
      const error = (right ? 1 : 0) - uncapped(inputs, weights);
      for (let at = 0; at < inputs.length; at++) slope[at] = (slope[at] ?? 0) + error * (inputs[at] ?? 0);
    }
    for (let at = 0; at < weights.length; at++) {
      const shrink = (weights[at] ?? 0) - (at === 1 ? 1 : 0);
      weights[at] = (weights[at] ?? 0) + rate * ((slope[at] ?? 0) - shrink);
    }
  }
  const plain = weights.subarray(0, PLAIN);
  return [...plain, ...ceilings(examples, weights), ...weights.subarray(PLAIN)];
}
