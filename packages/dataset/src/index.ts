export { type CardFacts, datasetCard } from "./card/card.ts";
export { changesBetween, type FrozenSegment } from "./compare/compare.ts";
export { SplitCounter, type Tally, tallyOf } from "./counts.ts";
export * from "./split/item.ts";
export { type Division, divide } from "./split/split.ts";
export { TrainingBuilder, type TrainingPart, type TrainingSegment } from "./training/build.ts";
export { configFiles } from "./training/configs.ts";
export { type NameTask, nameLine, nameTasks } from "./training/names.ts";
