export { annotationOf, keepHuman, segmentOf } from "./annotate.ts";
export type { StageFailure } from "./ask.ts";
export type {
  Answer,
  AnswerSchema,
  EatPorts,
  LanguageModel,
  ModelFailure,
  NameMemory,
  Question,
  SecondOpinion,
} from "./ports.ts";
export { projectSegment } from "./project.ts";
export type { PromptContext, PromptExample, PromptName } from "./prompts/context.ts";
export type { EatEntity, EatOptions, EatResult, EatSegment } from "./segment.ts";
