import { z } from "zod";
import { sides } from "../annotation/span.ts";
import { annotationSignals } from "../review/digest.ts";
import { reviewStates } from "../review/review.ts";
import { comparedLayersSchema, comparisonDrillSchema } from "./comparison.ts";
import { layerKinds, projectRefSchema } from "./project.ts";
import { queueFilterSchema } from "./review.ts";

const layerNameSchema = z.string().min(1).max(200);
const shareSchema = z.number();

/** Which segments and spans an evaluation looks at. Empty lists mean "all". */
export const evaluationFilterSchema = z.object({
  /** Document names. */
  documents: z.array(z.string()).default([]),
  /** Languages of the source text, as `ProjectDetail.languages` has them. */
  languages: z.array(z.string()).default([]),
  states: z.array(z.enum(reviewStates)).default([]),
  /** Spans of these labels only; pairs count where either span has one of them. */
  labels: z.array(z.string().min(1).max(60)).default([]),
  /** Segments in which the scored layer gives one of these reasons to look. */
  signals: z.array(z.enum(annotationSignals)).default([]),
});

/**
 * One layer held against another. `gold` is the layer that counts as right: it decides which segments take part (those
 * it has an annotation for; of "review" those that were accepted, unless `states` says otherwise). `other` is a second
 * system to compare with `predicted`.
 */
export const evaluationOptionsSchema = z.object({
  gold: layerNameSchema,
  predicted: layerNameSchema,
  other: layerNameSchema.optional(),
  side: z.enum(sides).default("source"),
  filter: evaluationFilterSchema.prefault({}),
  /** For resampling: the same seed gives the same intervals and p-values. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1),
  samples: z.int().min(100).max(10_000).default(1000),
  /** Bins of confidence, of equal width. */
  bins: z.int().min(2).max(50).default(10),
});
export type EvaluationOptions = z.output<typeof evaluationOptionsSchema>;

/** What became of a gold span, a predicted span or a matched pair; `both` is label and boundary. */
export const outcomeKinds = ["correct", "missed", "spurious", "label", "boundary", "both"] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];
/** The classes of errors; `link` is a missing or an extra link. */
export const errorClasses = ["missed", "spurious", "label", "boundary", "both", "link"] as const;
export type ErrorClass = (typeof errorClasses)[number];
export const linkKinds = ["correct", "endpoint", "missing", "extra"] as const;
export const projectionKinds = ["exact", "wrong", "unprojected", "unaligned"] as const;

/** A figure of an evaluation, to be opened down to the segments behind it. */
export const drillSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("outcome"), outcome: z.enum([...outcomeKinds, "link"]) }),
  /** A cell of the confusion matrix; null is "nothing there". */
  z.object({
    kind: z.literal("cell"),
    gold: z.string().nullable(),
    predicted: z.string().nullable(),
  }),
  /** Spans of a label: those of gold, those predicted, the right ones, or whatever went wrong with it. */
  z.object({
    kind: z.literal("label"),
    label: z.string(),
    of: z.enum(["gold", "predicted", "correct", "wrong"]),
  }),
  /** Predicted spans by confidence; null: those without one. */
  z.object({
    kind: z.literal("confidence"),
    bin: z.int().nonnegative().nullable(),
    of: z.enum(["all", "correct", "wrong"]).default("all"),
  }),
  /** Matched spans whose edge is so many code points off. */
  z.object({ kind: z.literal("edge"), edge: z.enum(["start", "end"]), offset: z.int() }),
  z.object({ kind: z.literal("link"), outcome: z.enum(linkKinds) }),
  z.object({ kind: z.literal("projection"), outcome: z.enum(projectionKinds) }),
  z.object({ kind: z.literal("occurrence"), right: z.boolean() }),
  /** Names that memory knows and that the scored layer's translation has as memory has them, or has not. */
  z.object({ kind: z.literal("name"), rendered: z.boolean() }),
  /** Segments for which the scored layer has no annotation. */
  z.object({ kind: z.literal("without_annotation") }),
  /** Segments whose two annotations refer to different translations. */
  z.object({ kind: z.literal("other_text") }),
  /** Gold spans that one of the two systems has exactly and the other has not. */
  z.object({ kind: z.literal("difference"), better: z.enum(["predicted", "other"]) }),
]);
export type Drill = z.output<typeof drillSchema>;

const scoresSchema = z.object({ precision: shareSchema, recall: shareSchema, f1: shareSchema });
export type ScoreFigures = z.infer<typeof scoresSchema>;
/** `correct` counts a partial hit as a half. */
const countedSchema = scoresSchema.extend({ correct: z.number(), predicted: z.int(), gold: z.int() });
export type CountedScores = z.infer<typeof countedSchema>;

export const spanFiguresSchema = z.object({
  micro: countedSchema,
  macro: scoresSchema,
  weighted: scoresSchema,
  perLabel: z.array(countedSchema.extend({ label: z.string() })),
});
export type SpanFigures = z.infer<typeof spanFiguresSchema>;

export const spanSchemes = ["strict", "exact", "partial", "type"] as const;
export type SpanScheme = (typeof spanSchemes)[number];

const rangeSchema = z.object({ low: shareSchema, high: shareSchema });
export type ScoreRange = z.infer<typeof rangeSchema>;

/** Percentile intervals of a bootstrap over documents; over segments where all are in one document. */
const intervalsSchema = z.object({
  unit: z.enum(["document", "segment"]),
  /** There are so many that each draw takes several of them together. */
  grouped: z.boolean(),
  units: z.int(),
  samples: z.int(),
  seed: z.int(),
  level: z.number(),
  strict: z.object({ precision: rangeSchema, recall: rangeSchema, f1: rangeSchema }),
  exactF1: rangeSchema,
  /** Of strict F1. */
  perLabel: z.array(rangeSchema.extend({ label: z.string() })),
  linkF1: rangeSchema.nullable(),
});

const binSchema = z.object({
  from: z.number(),
  to: z.number(),
  count: z.int(),
  correct: z.int(),
  precision: shareSchema,
  meanConfidence: z.number(),
});
export type ConfidenceFigures = z.infer<typeof binSchema>;

const rateSchema = z.object({ projected: z.int(), entities: z.int(), rate: shareSchema });

const nameRateSchema = z.object({ rendered: z.int(), known: z.int(), rate: shareSchema });

/** A score over tags of tokens (`f1` micro) with what could not be put on tokens. */
const tagFiguresSchema = z.object({ micro: countedSchema, macro: scoresSchema, weighted: scoresSchema });

export const systemFiguresSchema = z.object({
  layer: z.string(),
  /** Segments without an annotation in this layer; they count as segments without entities. */
  withoutAnnotation: z.int(),
  /** Segments left out because the two layers refer to different translations. */
  otherText: z.int(),
  spans: z.record(z.enum(spanSchemes), spanFiguresSchema),
  intervals: intervalsSchema,
  outcomes: z.record(z.enum(outcomeKinds), z.int()),
  confusion: z.object({
    labels: z.array(z.string()),
    cells: z.array(
      z.object({ gold: z.string().nullable(), predicted: z.string().nullable(), spans: z.int() }),
    ),
  }),
  /** How far the edges of matched spans are off, in code points: negative is too early. */
  edges: z.object({
    start: z.array(z.object({ offset: z.int(), spans: z.int() })),
    end: z.array(z.object({ offset: z.int(), spans: z.int() })),
  }),
  confidence: z.object({
    bins: z.array(binSchema),
    expectedCalibrationError: z.number(),
    count: z.int(),
    without: z.int(),
  }),
  /** Null where gold has no links at all: nothing can be said then. */
  links: scoresSchema
    .extend({
      aer: shareSchema,
      predicted: z.int(),
      gold: z.int(),
      outcomes: z.record(z.enum(linkKinds), z.int()),
    })
    .nullable(),
  /** Null where the scored layer has no entities of the translation. */
  projection: z
    .object({
      rate: rateSchema,
      perLabel: z.array(rateSchema.extend({ label: z.string() })),
      spansPerEntity: z.number(),
      exact: z.object({
        accuracy: shareSchema,
        exact: z.int(),
        alignable: z.int(),
        withGoldLinks: z.int(),
        outcomes: z.record(z.enum(projectionKinds), z.int()),
      }),
      occurrence: z.object({ accuracy: shareSchema, right: z.int(), ambiguous: z.int() }),
      /** What perfect projection could reach, given gold's two sides. */
      bound: z.object({ typed: countedSchema, untyped: countedSchema }),
    })
    .nullable(),
  /**
   * Of gold's source entities whose name memory knows, the share that this layer's translation has as memory has it. Null
   * where memory knows none of them.
   */
  names: nameRateSchema
    .extend({ perLabel: z.array(nameRateSchema.extend({ label: z.string() })) })
    .nullable(),
  compatibility: z.object({
    conlleval: tagFiguresSchema,
    strictIob2: tagFiguresSchema,
    /** EAT's published token score. */
    eat: z.object({
      micro: shareSchema,
      macro: shareSchema,
      weighted: shareSchema,
      sentences: z.int(),
      skipped: z.int(),
    }),
    /** Where the tokens came from, in segments that have spans. */
    tokens: z.object({ imported: z.int(), words: z.int(), characters: z.int() }),
    /** Spans that overlap a longer one or have no token of their own, and spans that were widened to whole tokens. */
    notOnTokens: z.int(),
    widened: z.int(),
  }),
});
export type SystemFigures = z.infer<typeof systemFiguresSchema>;

const layerFigureSchema = z.object({ name: z.string(), kind: z.enum(layerKinds), hidden: z.boolean() });

export const evaluationSchema = z.object({
  gold: layerFigureSchema,
  segments: z.int(),
  documents: z.int(),
  /** The states that took part; empty: all. */
  states: z.array(z.enum(reviewStates)),
  predicted: systemFiguresSchema,
  other: systemFiguresSchema.nullable(),
  /** `predicted` minus `other`. `low` to `high` holds 95 % of the differences of a paired bootstrap. */
  comparison: z
    .object({
      strictF1: z.object({ difference: z.number(), p: z.number(), low: z.number(), high: z.number() }),
      exactF1: z.object({ difference: z.number(), p: z.number(), low: z.number(), high: z.number() }),
      /** Gold spans that only one of them has exactly. */
      onlyPredicted: z.int(),
      onlyOther: z.int(),
    })
    .nullable(),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** Made by the client, so that it can ask how far its own evaluation is. */
export const evaluationIdSchema = z.uuid();
export const evaluateSchema = projectRefSchema.extend({
  options: evaluationOptionsSchema,
  evaluationId: evaluationIdSchema.optional(),
});
export const evaluationProgressSchema = z.object({ done: z.int(), total: z.int() });
export type EvaluationProgress = z.infer<typeof evaluationProgressSchema>;

export const openFigureSchema = projectRefSchema.extend({
  options: evaluationOptionsSchema,
  drill: drillSchema,
});

/** Where a list of segments comes from: `items` is the figure it was made from (spans, links or entities). */
export const listOriginSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("evaluation"),
    options: evaluationOptionsSchema,
    drill: drillSchema,
    items: z.int(),
  }),
  z.object({
    kind: z.literal("comparison"),
    layers: comparedLayersSchema,
    drill: comparisonDrillSchema,
    items: z.int(),
  }),
  /** What a filtered queue showed at that time. */
  z.object({ kind: z.literal("queue"), filter: queueFilterSchema, items: z.int() }),
]);
export type ListOrigin = z.output<typeof listOriginSchema>;

export const listIdSchema = z.uuid();
export const segmentListRefSchema = projectRefSchema.extend({ list: listIdSchema });

/** A fixed list of segments that the review screen can walk through. */
export const segmentListSchema = z.object({
  id: listIdSchema,
  segments: z.int(),
  /** Where to begin: the first pending one, otherwise the first; null where the list is empty. */
  start: z.int().positive().nullable(),
  origin: listOriginSchema,
});
export type SegmentList = z.infer<typeof segmentListSchema>;
