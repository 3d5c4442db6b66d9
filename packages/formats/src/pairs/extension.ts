import {
  absenceReasons,
  MAX_TEXT,
  noteSchema,
  provenanceSchema,
  reviewSchema,
  spanIdSchema,
} from "@spanbridge/shared";
import { z } from "zod";
import type { RowReport } from "../diagnostics.ts";
import { checkMetadata } from "../json.ts";
import { MAX_ENTITIES, MAX_LINKS } from "../limits.ts";
import { EXTENSION_KEY, EXTENSION_VERSION } from "./keys.ts";

/** Where something comes from: `score` is the confidence; without `provenance` it is that of the import. */
const source = { score: z.number().optional(), provenance: provenanceSchema.optional() };
export type StatedSource = z.infer<z.ZodObject<typeof source>>;

/**
 * Our section of a row: what an annotation has beyond the described format. Strict, so that nothing a newer version
 * writes is lost unnoticed. Entities and links that are not here came from the import; an entity's score is its own.
 */
export const extensionSchema = z.strictObject({
  version: z.literal(EXTENSION_VERSION),
  /** The translation as first imported, where `english_text` is a revision of it. */
  original_english_text: z.string().max(MAX_TEXT).optional(),
  entities: z
    .array(z.strictObject({ id: spanIdSchema, provenance: provenanceSchema }))
    .max(2 * MAX_ENTITIES)
    .optional(),
  links: z
    .array(z.strictObject({ link: z.tuple([spanIdSchema, spanIdSchema]), ...source }))
    .max(MAX_LINKS)
    .optional(),
  absences: z
    .array(z.strictObject({ id: spanIdSchema, reason: z.enum(absenceReasons), ...source }))
    .max(2 * MAX_ENTITIES)
    .optional(),
  review: reviewSchema.optional(),
  flagged: z.boolean().optional(),
  notes: z.array(noteSchema).max(10_000).optional(),
});
export type Extension = z.infer<typeof extensionSchema>;

/** Reads our section; undefined where there is none, or, with errors, where it is not well formed. */
export function readExtension(value: unknown, report: RowReport): Extension | undefined {
  if (value === undefined || value === null) return undefined;
  const before = report.errorCount;
  // First, because the schema of provenance is recursive.
  checkMetadata(value, EXTENSION_KEY, report);
  if (report.errorCount > before) return undefined;
  const parsed = extensionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    report.error(fieldOf(path), "extension", `Not as written by an export: ${message}.`);
  }
  return undefined;
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (field, key) => (typeof key === "number" ? `${field}[${key}]` : `${field}.${String(key)}`),
    EXTENSION_KEY,
  );
