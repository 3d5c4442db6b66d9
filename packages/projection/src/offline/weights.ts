import { LEARNT } from "./data/learnt.ts";
import type { Morphology } from "./inflect/stem.ts";
import { FEATURES, featureNames } from "./score/feature-names.ts";
import type { Weights } from "./score/rank.ts";
import type { StoredWeights } from "./stored-weights.ts";

export function readWeights(stored: StoredWeights): Weights {
  return {
    shared: fromNames(stored.shared),
    byLanguage: new Map(
      Object.entries(stored.byLanguage).map(([language, own]) => [language, fromNames(own)]),
    ),
    confidence: stored.confidence,
    mentions: new Map(Object.entries(stored.mentions)),
  };
}

export function storeWeights({ shared, byLanguage, confidence, mentions }: Weights): StoredWeights {
  return {
    shared: toNames(shared),
    byLanguage: Object.fromEntries([...byLanguage].map(([language, own]) => [language, toNames(own)])),
    confidence: confidence.map(round),
    mentions: Object.fromEntries(
      [...mentions].map(([kind, { marked, body }]) => [kind, { marked: round(marked), body: round(body) }]),
    ),
  };
}

const fromNames = (values: Readonly<Record<string, number>>): Float32Array =>
  Float32Array.from({ length: FEATURES }, (_, at) => values[featureNames[at] ?? ""] ?? 0);

const toNames = (values: Float32Array): Record<string, number> =>
  Object.fromEntries(featureNames.map((name, at) => [name, round(values[at] ?? 0)]));

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

let shipped: Weights | undefined;

export function shippedWeights(): Weights {
  shipped ??= readWeights(LEARNT);
  return shipped;
}

const DENSE_SCRIPTS = new Set(["Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr", "Hani"]);

/** The language whose own weights to use: itself where it was learnt from, else the one that is written most alike. */
export function profileOf({ base, script }: Pick<Morphology, "base" | "script">, weights: Weights): string {
  if (weights.byLanguage.has(base)) return base;
  if (DENSE_SCRIPTS.has(script)) return "zh";
  return script === "Latn" ? "de" : "ru";
}
