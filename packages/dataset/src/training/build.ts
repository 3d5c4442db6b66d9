import type { prompts } from "@spanbridge/projection";
import type { Annotation } from "@spanbridge/shared";
import {
  isPreferenceShape,
  isSupervisedShape,
  type SplitName,
  type TrainingCounts,
  type TrainingOptions,
  type TrainingStage,
} from "@spanbridge/shared/contracts";
import { preferenceOf } from "./preference.ts";
import { saidBy } from "./said.ts";
import { sequenceLine } from "./sequence.ts";
import { preferenceLine, supervisedLine } from "./shapes.ts";
import { exampleOf, type Skipped, skipReasons } from "./supervised.ts";

/** A segment as training data is made of it. */
export type TrainingSegment = {
  readonly annotation: Annotation;
  /** BCP 47; null: as the settings say. */
  readonly sourceLang: string | null;
  /** What the machine had said of it; null: nothing that is known. */
  readonly machine: Annotation | null;
  readonly split: SplitName | null;
};

export type TrainingSettings = {
  readonly options: TrainingOptions;
  readonly context: prompts.PromptContext;
  /** Whether only what people accepted is taken. */
  readonly acceptedOnly: boolean;
  /** Whether the snapshot has splits. Without, all of it is training data. */
  readonly divided: boolean;
  /** How many tokens a text has. */
  readonly tokens: (text: string) => number;
};

/** Which file a segment's examples belong to. */
export type TrainingPart = "train" | "dev";

type Made = { readonly line: string; readonly texts: readonly string[] };
type Count = { examples: number; tokens: number; longest: number };

/**
 * Makes the lines of training files, segment by segment, and counts them. Test data gives none; neither does what is in
 * no split of a divided snapshot, for it may be the text of something held out.
 */
export class TrainingBuilder {
  readonly #settings: TrainingSettings;
  readonly #counts = new Map<string, Count>();
  readonly #skipped = new Map<string, number>();
  // The instructions are the same in every example.
  readonly #known = new Map<string, number>();
  #heldBack = 0;
  #notAccepted = 0;

  constructor(settings: TrainingSettings) {
    this.#settings = settings;
  }

  /** The file a segment's examples go to; null: to none. */
  partOf({ annotation, split }: TrainingSegment): TrainingPart | null {
    const { divided, acceptedOnly } = this.#settings;
    const part = divided ? split : "train";
    if (part !== "train" && part !== "dev") {
      this.#heldBack++;
      return null;
    }
    if (acceptedOnly && annotation.review.state !== "accepted") {
      this.#notAccepted++;
      return null;
    }
    return part;
  }

  /** The lines of a segment that `partOf` gave a place. */
  lines(segment: TrainingSegment, part: TrainingPart): string[] {
    return this.#settings.options.stages.flatMap((stage) => {
      const made = this.#make(segment, stage);
      if ("reason" in made) {
        const key = `${stage}\n${made.reason}`;
        this.#skipped.set(key, (this.#skipped.get(key) ?? 0) + 1);
        return [];
      }
      this.#count(part, stage, made.texts);
      return [made.line];
    });
  }

  report(): TrainingCounts {
    return {
      counts: [...this.#counts].map(([key, count]) => {
        const [part = "train", stage = "translate"] = key.split("\n");
        return { part: part === "dev" ? "dev" : "train", stage: stageOf(stage), ...count };
      }),
      skipped: [...this.#skipped].map(([key, count]) => {
        const [stage = "translate", reason = ""] = key.split("\n");
        return { stage: stageOf(stage), reason, count };
      }),
      heldBack: this.#heldBack,
      notAccepted: this.#notAccepted,
    };
  }

  #make({ annotation, machine, sourceLang }: TrainingSegment, stage: TrainingStage): Made | Skipped {
    const { options } = this.#settings;
    const context = this.#contextFor(sourceLang);
    const { shape } = options;
    if (isSupervisedShape(shape)) {
      const made = exampleOf(annotation, stage, context);
      if ("reason" in made) return made;
      return { line: supervisedLine(made, shape), texts: [...made.messages.map(contentOf), made.answer] };
    }
    if (isPreferenceShape(shape)) {
      const made = preferenceOf(annotation, machine, stage, context);
      if ("reason" in made) return made;
      const longer = made.chosen.length > made.rejected.length ? made.chosen : made.rejected;
      return { line: preferenceLine(made, shape), texts: [...made.messages.map(contentOf), longer] };
    }
    const said = saidBy(annotation);
    if (said.translation === "") return { stage, reason: skipReasons.untranslated };
    const line = sequenceLine(
      said,
      context.labels.map(({ name }) => name),
    );
    return { line, texts: [line] };
  }

  #contextFor(sourceLang: string | null): prompts.PromptContext {
    const { context } = this.#settings;
    return sourceLang === null || sourceLang === context.sourceLang ? context : { ...context, sourceLang };
  }

  #count(part: TrainingPart, stage: TrainingStage, texts: readonly string[]): void {
    const key = `${part}\n${stage}`;
    const count = this.#counts.get(key) ?? { examples: 0, tokens: 0, longest: 0 };
    const tokens = texts.reduce(
      (sum, text, index) => sum + (index === 0 ? this.#again(text) : this.#settings.tokens(text)),
      0,
    );
    count.examples++;
    count.tokens += tokens;
    count.longest = Math.max(count.longest, tokens);
    this.#counts.set(key, count);
  }

  #again(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const tokens = this.#settings.tokens(text);
    if (this.#known.size < 10) this.#known.set(text, tokens);
    return tokens;
  }
}

const contentOf = ({ content }: prompts.Message): string => content;

const stageOf = (text: string): TrainingStage =>
  text === "recognise" ? "recognise" : text === "locate" ? "locate" : "translate";
