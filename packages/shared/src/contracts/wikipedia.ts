import { z } from "zod";
import { storableText } from "../text/storable.ts";
import { languageSchema, projectRefSchema } from "./project.ts";
import { wikipediaPairSchema, wikipediaReasons } from "./wikipedia-pair.ts";

/**
 * Which names of a project are looked for: the entities of its translations without a counterpart that memory does not
 * know, all entities of its translations, or the names that memory holds.
 */
export const wikipediaSources = ["open", "entities", "memory"] as const;
export type WikipediaSource = (typeof wikipediaSources)[number];

export const wikipediaStates = ["queued", "running", "done", "cancelled", "failed"] as const;
export type WikipediaState = (typeof wikipediaStates)[number];

/** Whether an address of a wiki's programming interface can be used: http or https, with `{lang}` once. */
export const isApiBase = (value: string): boolean =>
  value.split("{lang}").length === 2 &&
  /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w./-]*)?$/.test(value.replace("{lang}", "en"));

/** Of the whole installation; an owner decides. */
export const wikipediaSettingsSchema = z.object({
  /** Address of the programming interface, with `{lang}` where the wiki's code stands. */
  apiBase: z
    .string()
    .max(500)
    .trim()
    .refine(isApiBase, "Give the address as https://{lang}.wikipedia.org/w/api.php."),
  /** Who asks, as the wiki's operators are told: an address of mail or of a page. */
  contact: storableText(200).trim(),
  /** Whether names of projects may be sent there. */
  allowed: z.boolean(),
});
export type WikipediaSettings = z.output<typeof wikipediaSettingsSchema>;

export const wikipediaSelectionSchema = projectRefSchema.extend({
  source: z.enum(wikipediaSources),
  /** In whose Wikipedia; only texts in the languages of that one are looked through. Missing: the project's own. */
  language: languageSchema.optional(),
});
export const wikipediaPreviewSchema = z.object({
  names: z.int(),
  /** The first of them. */
  first: z.array(z.string()),
  /** The Wikipedia they are looked for in, such as `zh`. */
  wiki: z.string(),
  /** Why it cannot be started as things are; null where it can. */
  obstacle: z.string().nullable(),
});
export type WikipediaPreview = z.infer<typeof wikipediaPreviewSchema>;

export const wikipediaRefSchema = projectRefSchema.extend({ build: z.uuid() });

export const wikipediaBuildSchema = z.object({
  id: z.uuid(),
  source: z.enum(wikipediaSources),
  language: z.string(),
  state: z.enum(wikipediaStates),
  /** A sentence, where it failed. */
  error: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  names: z.object({ total: z.int(), waiting: z.int(), accepted: z.int(), rejected: z.int() }),
  reasons: z.array(z.object({ reason: z.enum(wikipediaReasons), count: z.int() })),
  /** When its pairs went into memory; null where they did not, or were taken back. */
  addedAt: z.iso.datetime().nullable(),
  /** How many entries of memory came from it. */
  inMemory: z.int(),
});
export type WikipediaBuild = z.infer<typeof wikipediaBuildSchema>;

export const wikipediaOutcomesInputSchema = wikipediaRefSchema.extend({
  only: z.enum(["accepted", "rejected"]),
  reason: z.enum(wikipediaReasons).optional(),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(200).default(50),
});

/** A name of a build that is decided: with its pair, or with the reason and the page that it is about. */
export const wikipediaOutcomeSchema = z.object({
  position: z.int(),
  name: z.string(),
  label: z.string(),
  pair: wikipediaPairSchema.nullable(),
  reason: z.enum(wikipediaReasons).nullable(),
  detail: z.string(),
});
export type WikipediaOutcome = z.infer<typeof wikipediaOutcomeSchema>;
export const wikipediaOutcomesSchema = z.object({
  total: z.int(),
  outcomes: z.array(wikipediaOutcomeSchema),
});

/** All accepted pairs but those at these positions. */
export const addWikipediaSchema = wikipediaRefSchema.extend({
  except: z.array(z.int()).max(10_000).default([]),
});
