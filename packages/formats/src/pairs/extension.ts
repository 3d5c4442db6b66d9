import {
  type Absence,
  type Annotation,
  absenceReasons,
  compareAbsences,
  type Link,
  noteSchema,
  type Provenance,
  pendingReview,
  provenanceSchema,
  reviewSchema,
  type Span,
  sameLink,
  spanIdSchema,
} from "@spanbridge/shared";
import { z } from "zod";
import type { RowReport } from "../diagnostics.ts";
import { checkMetadata } from "../json.ts";
import { MAX_ENTITIES, MAX_LINKS } from "../limits.ts";
import { show } from "../show.ts";
import { EXTENSION_KEY, EXTENSION_VERSION } from "./keys.ts";

/**
 * Our section of a row: what an annotation has beyond the described format. Strict, so that nothing a newer version
 * writes is lost unnoticed. The confidence of a span's provenance is not here: it is the entity's `score`.
 */
export const extensionSchema = z.strictObject({
  version: z.literal(EXTENSION_VERSION),
  /** The translation as first imported, where `english_text` is a revision of it. */
  original_english_text: z.string().optional(),
  /** Entities that are not here came from the import. */
  entity_provenance: z
    .array(z.strictObject({ id: spanIdSchema, provenance: provenanceSchema }))
    .max(2 * MAX_ENTITIES)
    .optional(),
  link_provenance: z
    .array(z.strictObject({ link: z.tuple([spanIdSchema, spanIdSchema]), provenance: provenanceSchema }))
    .max(MAX_LINKS)
    .optional(),
  absences: z
    .array(
      z.strictObject({
        id: spanIdSchema,
        reason: z.enum(absenceReasons),
        provenance: provenanceSchema.optional(),
      }),
    )
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

type Spans = ReadonlyMap<string, { readonly span: Span }>;
type Extended = Omit<Annotation, "sourceText" | "pivotText">;

/** The annotation with what the section says of it. `spans` and `links` carry the provenance of an import so far. */
export function extend(
  spans: readonly Span[],
  links: readonly Link[],
  known: Spans,
  extension: Extension | undefined,
  imported: Provenance,
  report: RowReport,
): Extended {
  if (!extension) {
    return { spans, links, absences: [], review: pendingReview, flagged: false, notes: [] };
  }
  const notes = extension.notes ?? [];
  if (new Set(notes.map(({ id }) => id)).size < notes.length) {
    report.error(`${EXTENSION_KEY}.notes`, "duplicate_id", "Two notes have the same id.");
  }
  return {
    spans: withProvenance(spans, known, extension, report),
    links: withLinkProvenance(links, extension, report),
    absences: readAbsences(links, known, extension, imported, report),
    review: extension.review ?? pendingReview,
    flagged: extension.flagged ?? false,
    notes,
  };
}

function withProvenance(
  spans: readonly Span[],
  known: Spans,
  { entity_provenance: given }: Extension,
  report: RowReport,
): readonly Span[] {
  if (!given) return spans;
  const stated = new Map<string, Provenance>(given.map(({ id, provenance }) => [id, provenance]));
  for (const [index, { id }] of given.entries()) {
    if (!known.has(id))
      report.error(`${EXTENSION_KEY}.entity_provenance[${index}]`, "link_unknown", unknown(id));
  }
  return spans.map((span) => {
    const provenance = stated.get(span.id);
    if (!provenance) return span;
    const { origin, ref, previous } = provenance;
    return { ...span, provenance: compact(origin, ref, span.provenance.confidence, previous) };
  });
}

/** A provenance without keys that hold nothing, so that equal ones are deeply equal. */
function compact(
  origin: Provenance["origin"],
  ref: string | undefined,
  confidence: number | undefined,
  previous: Provenance | undefined,
): Provenance {
  return {
    origin,
    ...(ref !== undefined && { ref }),
    ...(confidence !== undefined && { confidence }),
    ...(previous !== undefined && { previous }),
  };
}

function withLinkProvenance(
  links: readonly Link[],
  { link_provenance: given }: Extension,
  report: RowReport,
): readonly Link[] {
  if (!given) return links;
  const stated = given.map(({ link: [pivot, source], provenance }) => ({ pivot, source, provenance }));
  for (const [index, link] of stated.entries()) {
    if (links.some((other) => sameLink(other, link))) continue;
    const message = `There is no link from ${show(link.pivot)} to ${show(link.source)} in this row.`;
    report.error(`${EXTENSION_KEY}.link_provenance[${index}]`, "link_unknown", message);
  }
  return links.map((link) => stated.find((other) => sameLink(other, link)) ?? link);
}

function readAbsences(
  links: readonly Link[],
  known: Spans,
  { absences: given = [] }: Extension,
  imported: Provenance,
  report: RowReport,
): readonly Absence[] {
  const linked = new Set<string>(links.flatMap(({ pivot, source }) => [pivot, source]));
  const seen = new Set<string>();
  return given
    .map(({ id, reason, provenance = imported }, index): Absence => {
      const field = `${EXTENSION_KEY}.absences[${index}]`;
      if (!known.has(id)) report.error(field, "link_unknown", unknown(id));
      if (seen.has(id)) report.error(field, "absence", `Entity ${show(id)} is marked twice.`);
      if (linked.has(id)) {
        report.error(
          field,
          "absence",
          `Entity ${show(id)} has a link and is marked as having no counterpart.`,
        );
      }
      seen.add(id);
      return { span: id, reason, provenance };
    })
    .sort(compareAbsences);
}

const unknown = (id: string): string => `There is no entity with the id ${show(id)} in this row.`;
