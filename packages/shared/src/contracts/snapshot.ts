import { z } from "zod";
import { reviewStates } from "../review/review.ts";
import { formatIdSchema, optionValuesSchema } from "./exchange.ts";
import { labelSetSchema, projectRefSchema } from "./project.ts";
import { segmentNumberSchema } from "./review.ts";

export const splitNames = ["train", "dev", "test"] as const;
/** `dev` and `test` are held out: nothing of them is ever training data. */
export type SplitName = (typeof splitNames)[number];
export const isHeldOut = (split: SplitName | null): boolean => split === "dev" || split === "test";

/** Shares of the whole; those of 0 stay empty. They are taken relative to their sum. */
export const splitRatioSchema = z
  .object({ train: z.number().min(0), dev: z.number().min(0), test: z.number().min(0) })
  .refine(({ train, dev, test }) => train + dev + test > 0, "One of the shares must be above 0.");
export type SplitRatio = z.infer<typeof splitRatioSchema>;

const drawn = {
  ratio: splitRatioSchema,
  /** Every label in every split in proportion to its share. */
  stratify: z.boolean().default(true),
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  /** An earlier snapshot of the project: its segments stay in the splits they were in. */
  keep: z.string().nullable().default(null),
};

/** How a snapshot is divided. Whatever the rule, a source text is never in two splits. */
export const splitRuleSchema = z.discriminatedUnion("by", [
  z.object({ by: z.literal("none") }),
  z.object({ by: z.literal("segment"), ...drawn }),
  /** A document is never divided. */
  z.object({ by: z.literal("document"), ...drawn }),
  /** By a key of the imported rows, e.g. `split`; a value that is not named belongs to no split. */
  z.object({
    by: z.literal("field"),
    field: z.string().min(1, "Name the field."),
    values: z.record(z.string(), z.enum(splitNames)),
  }),
]);
export type SplitRule = z.output<typeof splitRuleSchema>;

/** What files usually call their splits. */
export const usualSplitValues: Readonly<Record<string, SplitName>> = {
  train: "train",
  training: "train",
  dev: "dev",
  development: "dev",
  valid: "dev",
  validation: "dev",
  val: "dev",
  test: "test",
  testing: "test",
};

export const snapshotNameSchema = z
  .string()
  .trim()
  .regex(
    /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,78}[\p{L}\p{N}])?$/u,
    "Use letters, digits, spaces, . _ - (80 at most).",
  );

/** Which segments, as in an export. Empty lists mean all. */
const selectionSchema = z.object({
  layer: z.string().default("review"),
  states: z.array(z.enum(reviewStates)).default([]),
  documents: z.array(z.string()).default([]),
  /** Languages of the source text. */
  languages: z.array(z.string()).default([]),
});

export const snapshotPlanSchema = selectionSchema.extend({
  split: splitRuleSchema,
  /** The layer that says what a model said, for preference pairs; null leaves it out. */
  machineLayer: z.string().nullable().default("predictions"),
});
export type SnapshotPlan = z.output<typeof snapshotPlanSchema>;

export const createSnapshotSchema = projectRefSchema.extend({
  name: snapshotNameSchema,
  /** Why it was frozen; a sentence for those who come later. */
  note: z.string().trim().max(2000).default(""),
  plan: snapshotPlanSchema,
});

const labelCountSchema = z.object({ label: z.string(), source: z.int(), pivot: z.int() });

/** `split` is null for what belongs to no split. */
export const splitCountsSchema = z.object({
  split: z.enum(splitNames).nullable(),
  segments: z.int(),
  documents: z.int(),
  spans: z.int(),
  links: z.int(),
  /** By label, in the order of the label set. */
  labels: z.array(labelCountSchema),
});
export type SplitCounts = z.infer<typeof splitCountsSchema>;

/** What freezing with this plan would hold. */
export const snapshotPreviewSchema = z.object({
  segments: z.int(),
  /** The splits that have segments, in their order; what belongs to none comes last. */
  counts: z.array(splitCountsSchema),
  /** Languages of the source texts, the most frequent first; empty in snapshots from before they were counted. */
  languages: z.array(z.object({ language: z.string(), segments: z.int() })).default([]),
  /** Segments in no split because their text is already in one that is held out. */
  duplicates: z.int(),
  /** Segments in no split because the field has no value that was named. */
  unassigned: z.int(),
});
export type SnapshotPreview = z.infer<typeof snapshotPreviewSchema>;

const fileSumSchema = z.object({
  /** Null: all of it. */
  split: z.enum(splitNames).nullable(),
  /** Of the pairs file, in hex. */
  sha256: z.string(),
  bytes: z.int(),
});

/** Everything a snapshot says of itself; never changes. */
export const snapshotManifestSchema = snapshotPreviewSchema.extend({
  version: z.literal(1),
  spanbridge: z.string(),
  project: z.object({ name: z.string(), slug: z.string(), sourceLang: z.string(), pivotLang: z.string() }),
  plan: snapshotPlanSchema,
  /** The references of provenance that the stored annotations leave out, see the layers of the database. */
  refs: z.object({ layer: z.string(), machine: z.string() }),
  /** Whether it holds what annotators may not see. */
  hidden: z.boolean(),
  labels: labelSetSchema,
  licence: z.string(),
  attribution: z.string(),
  /** The text is kept beside it, as it was. */
  guidelines: z.object({ sha256: z.string(), text: z.string() }),
  files: z.array(fileSumSchema),
});
export type SnapshotManifest = z.infer<typeof snapshotManifestSchema>;

export const snapshotInfoSchema = z.object({
  name: z.string(),
  note: z.string(),
  createdAt: z.iso.datetime(),
  /** Whoever froze it; for people. */
  createdBy: z.string(),
  segments: z.int(),
  splits: z.array(z.object({ split: z.enum(splitNames).nullable(), segments: z.int() })),
});
export type SnapshotInfo = z.infer<typeof snapshotInfoSchema>;

export const snapshotDetailSchema = snapshotInfoSchema.extend({
  manifest: snapshotManifestSchema,
  /** The dataset card, Markdown. */
  card: z.string(),
});
export type SnapshotDetail = z.infer<typeof snapshotDetailSchema>;

export const snapshotRefSchema = projectRefSchema.extend({ snapshot: z.string() });

/** `confirmName` is the snapshot's name as the person typed it. */
export const removeSnapshotSchema = snapshotRefSchema.extend({ confirmName: z.string() });

export const compareSnapshotsSchema = projectRefSchema.extend({
  before: z.string(),
  after: z.string(),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(200).default(50),
});

/** One thing that differs, said for people; null where there was or is nothing. */
export const changeSchema = z.object({
  what: z.enum([
    "source_span",
    "pivot_span",
    "link",
    "absence",
    "translation",
    "state",
    "split",
    "document",
    "other",
  ]),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type Change = z.infer<typeof changeSchema>;

export const segmentChangeSchema = z.object({
  number: segmentNumberSchema,
  externalId: z.string(),
  preview: z.string(),
  kind: z.enum(["added", "removed", "changed"]),
  changes: z.array(changeSchema),
});
export type SegmentChange = z.infer<typeof segmentChangeSchema>;

export const comparisonSchema = z.object({
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  same: z.int(),
  /** A stretch of the segments that differ, in the project's order. */
  segments: z.array(segmentChangeSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** A file of a snapshot: all of it, one split, or an archive with a file for each split, the card and the checksums. */
export const snapshotDownloadSchema = snapshotRefSchema.extend({
  format: formatIdSchema.default("pairs"),
  /** The format's own options; missing ones are its defaults. */
  formatOptions: optionValuesSchema.default({}),
  split: z.enum(splitNames).optional(),
  zip: z.boolean().default(false),
});
export type SnapshotDownload = z.output<typeof snapshotDownloadSchema>;
