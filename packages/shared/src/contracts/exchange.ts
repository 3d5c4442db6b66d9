import { z } from "zod";
import { reviewStates } from "../review/review.ts";

/** One thing wrong with one row of a file; the row was left out, unless it is a warning. Rows count from 1. */
export const diagnosticSchema = z.object({
  severity: z.enum(["error", "warning"]),
  file: z.string(),
  row: z.int().nonnegative(),
  /** Where in the row, e.g. `source_entities[2].end`; empty when the row as a whole. */
  field: z.string(),
  code: z.string(),
  /** The reason, as a sentence. */
  message: z.string(),
});
export type Diagnostic = z.infer<typeof diagnosticSchema>;

export const importLayers = ["predictions", "gold"] as const;

/** More diagnostics than this are counted, by code, but not listed. */
export const MAX_LISTED_DIAGNOSTICS = 500;

/**
 * What an import did. Totals add up: rows = imported + unchanged + skipped. `imported`: new segments or new annotations
 * of known ones; `unchanged`: already there and the same; `skipped`: bad rows.
 */
export const importReportSchema = z.object({
  outcome: z.enum(["imported", "unchanged", "refused", "cancelled"]),
  format: z.string(),
  rows: z.int(),
  imported: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  spans: z.int(),
  links: z.int(),
  diagnostics: z.array(diagnosticSchema),
  diagnosticCounts: z.record(z.string(), z.int()),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** Ids of imports are made by the client, so that it can ask for the progress of its own. */
export const importIdSchema = z.uuid();

export const importProgressSchema = z.object({
  rows: z.int(),
  skipped: z.int(),
  bytes: z.int(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;

/** A format's id, such as "pairs". Which there are, `packages/formats` knows: ask it for the codec. */
export const formatIdSchema = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** Options of a format by key, as they travel. The format's codec says which there are and checks them. */
export const optionValuesSchema = z.record(z.string().max(40), z.string().max(10_000));
export type OptionValues = z.infer<typeof optionValuesSchema>;

export const exportOptionsSchema = z.object({
  format: formatIdSchema,
  /** The format's own options; missing ones are its defaults. */
  formatOptions: optionValuesSchema.default({}),
  /** A layer's name. "review" means: what people decided, and what they would see where nobody has edited yet. */
  layer: z.string().default("review"),
  /** Empty = all. */
  states: z.array(z.enum(reviewStates)).default([]),
  /** Document names; empty = all. */
  documents: z.array(z.string()).default([]),
  /** Languages of the source text; empty = all. */
  languages: z.array(z.string()).default([]),
  /** Only the segments of a kept list (`SegmentList`), such as what a filtered queue showed. */
  list: z.uuid().optional(),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;

/** Something a format could not hold: how often, and the first places as "segment id: what". */
export const lossSchema = z.object({
  code: z.string(),
  message: z.string(),
  count: z.int(),
  examples: z.array(z.string()),
});
export type Loss = z.infer<typeof lossSchema>;

export const exportReportSchema = z.object({
  segments: z.int(),
  spans: z.int(),
  links: z.int(),
  losses: z.array(lossSchema),
});
export type ExportReport = z.infer<typeof exportReportSchema>;

/** The first segments of an export as the file has them; `text` is null in formats that are no text. */
export const exportPreviewSchema = z.object({
  text: z.string().nullable(),
  segments: z.int(),
  /** Whether the text was too long to be shown whole. */
  cut: z.boolean(),
});
export type ExportPreview = z.infer<typeof exportPreviewSchema>;

export const exportVias = ["browser", "command line", "script", "fine-tuning"] as const;
export type ExportVia = (typeof exportVias)[number];

/** One file that left a project. */
export const exportLogEntrySchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Null on the command line, which knows no person. */
  user: z.string().nullable(),
  via: z.enum(exportVias),
  /** A format's id, or the kind of re-training data. */
  format: z.string(),
  /** The snapshot it came from; null: the project as it was at that moment. */
  snapshot: z.string().nullable(),
  /** What was chosen: layer, states, documents, split, options. */
  selection: z.record(z.string(), z.json()),
  segments: z.int(),
  bytes: z.int(),
  /** Of the file, in hex. */
  sha256: z.string(),
});
export type ExportLogEntry = z.infer<typeof exportLogEntrySchema>;
