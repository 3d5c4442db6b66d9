import { z } from "zod";
import { projectRefSchema } from "./project.ts";
import { snapshotPlanSchema } from "./snapshot.ts";

/** The stages of a projection run that a model can be trained for. */
export const trainingStages = ["translate", "recognise", "locate"] as const;
export type TrainingStage = (typeof trainingStages)[number];

export const supervisedShapes = ["sft-openai", "sft-sharegpt", "sft-alpaca", "sft-trl"] as const;
export type SupervisedShape = (typeof supervisedShapes)[number];
export const preferenceShapes = ["preference-trl", "preference-llamafactory"] as const;
export type PreferenceShape = (typeof preferenceShapes)[number];
export const trainingShapes = [...supervisedShapes, ...preferenceShapes, "sequence-t5"] as const;
/** What the lines look like, named after the programs that read them. */
export type TrainingShape = (typeof trainingShapes)[number];

export const isSupervisedShape = (shape: TrainingShape): shape is SupervisedShape =>
  supervisedShapes.some((known) => known === shape);
export const isPreferenceShape = (shape: TrainingShape): shape is PreferenceShape =>
  preferenceShapes.some((known) => known === shape);

export const trainingOptionsSchema = z
  .object({
    shape: z.enum(trainingShapes),
    stages: z
      .array(z.enum(trainingStages))
      .min(1, "Choose a stage.")
      .default([...trainingStages]),
    /** Only what people accepted; where nothing is said: in snapshots of what people worked on. */
    acceptedOnly: z.boolean().optional(),
    /** The base model that the configuration files name. */
    model: z
      .string()
      .regex(/^[\w./:-]{1,200}$/, "A model's name has letters, digits and . / : - only.")
      .default("Qwen/Qwen2.5-7B-Instruct"),
  })
  // The sequence form is of one stage only.
  .transform((options) => ({
    ...options,
    stages: trainingStages.filter((stage) =>
      options.shape === "sequence-t5" ? stage === "recognise" : options.stages.includes(stage),
    ),
  }));
export type TrainingOptions = z.output<typeof trainingOptionsSchema>;

export const trainingCountsSchema = z.object({
  counts: z.array(
    z.object({
      /** The file: training data, or the development set beside it. */
      part: z.enum(["train", "dev"]),
      stage: z.enum(trainingStages),
      examples: z.int(),
      /** Of questions and answers; an estimate for models with another tokenizer. */
      tokens: z.int(),
      /** Tokens of the longest example. */
      longest: z.int(),
    }),
  ),
  /** Examples that were not made, and why, by stage. */
  skipped: z.array(z.object({ stage: z.enum(trainingStages), reason: z.string(), count: z.int() })),
  /** Segments that are held out or in no split, none of which is in any file. */
  heldBack: z.int(),
  /** Segments that nobody has accepted. */
  notAccepted: z.int(),
});
export type TrainingCounts = z.infer<typeof trainingCountsSchema>;

export const trainingPreviewSchema = trainingCountsSchema.extend({
  /** Name of the encoding the tokens were counted in. */
  encoding: z.string(),
  /** The first lines of the training file. */
  first: z.array(z.string()),
});
export type TrainingPreview = z.infer<typeof trainingPreviewSchema>;

/**
 * Training data of a snapshot, or of a selection as it is now, divided by its plan. Whatever the plan says, no text that a
 * snapshot of the project holds out is training data of a selection.
 */
export const trainingRequestSchema = projectRefSchema
  .extend({
    snapshot: z.string().optional(),
    plan: snapshotPlanSchema.optional(),
    options: trainingOptionsSchema,
  })
  .refine(
    ({ snapshot, plan }) => (snapshot === undefined) !== (plan === undefined),
    "Name a snapshot, or say what is chosen.",
  );
export type TrainingRequest = z.output<typeof trainingRequestSchema>;
