export * from "./eat/index.ts";
export * as prompts from "./eat/prompts/index.ts";
export * from "./offline/adapt.ts";
export * from "./offline/annotate.ts";
export * from "./offline/engine.ts";
export * from "./offline/model.ts";
export * from "./offline/result.ts";
export * from "./offline/score/learn.ts";
export type { MentionExample } from "./offline/score/mentions.ts";
export type { Weights } from "./offline/score/rank.ts";
export { type OfflineSettings, offlineDefaults } from "./offline/settings.ts";
export * from "./offline/signals.ts";
export type { StoredWeights } from "./offline/stored-weights.ts";
export {
  type ConfidenceExample,
  type Examination,
  examineCorpus,
  fitConfidence,
  type GoldSpan,
  learnMentions,
} from "./offline/training.ts";
export { readWeights, shippedWeights, storeWeights } from "./offline/weights.ts";
export { learnWords } from "./offline/words/learn.ts";
export { languagesWithWords, shippedWords } from "./offline/words/shipped.ts";
export * from "./place/normalise.ts";
export * from "./place/place.ts";
export * from "./wikipedia/index.ts";
