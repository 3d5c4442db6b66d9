import { z } from "zod";
import { labelNameSchema } from "../annotation/span.ts";
import { isLanguageTag } from "../text/languages.ts";
import { conventionsSchema } from "./conventions.ts";

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, "Use small letters, digits and hyphens (60 at most).");

export const languageSchema = z
  .string()
  .refine(isLanguageTag, "Use a language tag such as zh, zh-TW, ar or th.");

/** The palette has twelve hues, each with a light and a dark variant and a line style of its own. */
export const PALETTE_SIZE = 12;

export const labelSchema = z.object({
  name: labelNameSchema.regex(/^\S+$/u, "A label's name has no spaces."),
  /** Index into the palette. */
  colour: z
    .int()
    .min(0)
    .max(PALETTE_SIZE - 1),
  /** One letter or digit, or empty. */
  hotkey: z.string().regex(/^[a-z0-9]?$/, "One small letter or digit."),
  description: z.string().max(2000),
});
export type Label = z.infer<typeof labelSchema>;

/** A label set: names and hotkeys occur once. */
export const labelSetSchema = z
  .array(labelSchema)
  .max(200)
  .superRefine((labels, context) => {
    const seen = { name: new Set<string>(), hotkey: new Set<string>() };
    labels.forEach((label, index) => {
      for (const field of ["name", "hotkey"] as const) {
        const value = label[field];
        if (value !== "" && seen[field].has(value)) {
          context.addIssue({
            code: "custom",
            path: [index, field],
            message: `Two labels have the ${field} "${value}".`,
          });
        }
        seen[field].add(value);
      }
    });
  });

/** The label set a project starts with when nothing else is said. */
export const defaultLabels: readonly Label[] = [
  { name: "PER", colour: 0, hotkey: "p", description: "People, real or fictional, by name." },
  { name: "ORG", colour: 1, hotkey: "o", description: "Companies, agencies, institutions, teams." },
  { name: "LOC", colour: 2, hotkey: "l", description: "Countries, cities, mountains, waters, buildings." },
];

const projectFields = {
  name: z.string().trim().min(1, "Give the project a name.").max(120),
  guidelines: z.string().max(200_000),
  allowOverlap: z.boolean(),
  conventions: conventionsSchema,
};

export const createProjectSchema = z.object({
  name: projectFields.name,
  /** Made from the name where it is missing. */
  slug: slugSchema.optional(),
  sourceLang: languageSchema,
  pivotLang: languageSchema.default("en"),
  labels: labelSetSchema.optional(),
});
export type CreateProject = z.input<typeof createProjectSchema>;

export const projectRefSchema = z.object({ project: slugSchema });

export const updateProjectSchema = projectRefSchema.extend({
  data: z.object(projectFields).partial().extend({ archived: z.boolean().optional() }),
});

/** `confirmName` is the project's name as the person typed it. */
export const removeProjectSchema = projectRefSchema.extend({ confirmName: z.string() });

/**
 * Replaces the label set. `renames` maps old names to new ones: spans follow. Removing a label that is in use is refused
 * with the number of segments that use it.
 */
export const setLabelsSchema = projectRefSchema.extend({
  labels: labelSetSchema,
  renames: z.record(z.string(), z.string()).default({}),
});

export const stateCountsSchema = z.object({
  pending: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  skipped: z.int(),
});
export type StateCounts = z.infer<typeof stateCountsSchema>;

export const projectCardSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  sourceLang: z.string(),
  pivotLang: z.string(),
  archived: z.boolean(),
  counts: stateCountsSchema,
  /** ISO 8601; the last edit, else the creation. */
  lastActivity: z.iso.datetime(),
});
export type ProjectCard = z.infer<typeof projectCardSchema>;

export const layerKinds = ["review", "predictions", "gold", "run"] as const;
export type LayerKind = (typeof layerKinds)[number];

export const layerInfoSchema = z.object({
  name: z.string(),
  kind: z.enum(layerKinds),
  hidden: z.boolean(),
  /** Segments that have an annotation in this layer. */
  annotations: z.int(),
});

export const projectDetailSchema = projectCardSchema.extend({
  guidelines: z.string(),
  attribution: z.string(),
  licence: z.string(),
  allowOverlap: z.boolean(),
  conventions: conventionsSchema,
  labels: labelSetSchema,
  layers: z.array(layerInfoSchema),
  documents: z.int(),
  /** Languages of the source texts that are there: the project's first, then those that segments bring of their own. */
  languages: z.array(z.string()),
  /** What the person who asks may do here. */
  may: z.object({ review: z.boolean(), manage: z.boolean() }),
});
export type ProjectDetail = z.infer<typeof projectDetailSchema>;

export const documentInfoSchema = z.object({ name: z.string(), segments: z.int(), firstNumber: z.int() });

export const sampleSchema = z.object({
  id: z.string(),
  title: z.string(),
  sourceLang: z.string(),
  segments: z.int(),
  description: z.string(),
  source: z.string(),
  licence: z.string(),
  /** The slug of the project made from it, where there is one. */
  installedAs: z.string().nullable(),
});
export type Sample = z.infer<typeof sampleSchema>;

/** `created` is false where the sample was installed before; the project is then left as it is. */
export const installedSampleSchema = z.object({ project: slugSchema, created: z.boolean() });
export type InstalledSample = z.infer<typeof installedSampleSchema>;
