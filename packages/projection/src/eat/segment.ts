import type { Range, SpanId } from "@spanbridge/shared";
import type { EatStage, RecordedSignal } from "@spanbridge/shared/contracts";
import type { PivotEntity } from "../offline/model.ts";

/** A segment to project. `entities` undefined: they are to be recognised. Offsets refer to `pivotText`. */
export type EatSegment = {
  readonly sourceText: string;
  /** Empty where there is no translation yet. */
  readonly pivotText: string;
  readonly entities: readonly PivotEntity[] | undefined;
};

export type EatOptions = {
  readonly mode: "faithful" | "compact";
  /** Translate what was found back and compare. */
  readonly check: boolean;
  /** Id of a new pivot span; `index` counts the recognised entities from 0. */
  readonly newId: (index: number) => string;
};

/** An entity of the translation with what was found for it. */
export type EatEntity = PivotEntity & {
  readonly place: (Range & { readonly surface: string }) | undefined;
  /** 0 to 1; 0 where there is no place. */
  readonly confidence: number;
  /** What the model named; null where it said that the text does not express the entity. */
  readonly answer: string | null;
  /** Whether another entity has the same place: both are linked to one source span. */
  readonly shared: boolean;
};

export type EatResult = {
  readonly pivotText: string;
  /** Which stages the segment needed; the others it had the result of already. */
  readonly stages: readonly EatStage[];
  readonly entities: readonly EatEntity[];
  readonly signals: readonly RecordedSignal[];
  /** Answers that are not in the text: kept for a person to place. */
  readonly unplacedAnswers: readonly { readonly span: SpanId; readonly answer: string }[];
};
