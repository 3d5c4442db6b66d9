import { z } from "zod";
import { absenceSchema } from "../annotation/absence.ts";
import { linkSchema } from "../annotation/link.ts";
import { provenanceSchema } from "../annotation/provenance.ts";
import { labelNameSchema, offsetSchema, spanIdSchema, spanSchema } from "../annotation/span.ts";
import { noteSchema, reviewSchema } from "../review/review.ts";
import { storableText } from "../text/storable.ts";

/** Longest text of either side, in UTF-16 units: a guard against a runaway client, far above any real segment. */
export const MAX_TEXT = 1_000_000;

/**
 * The characters that a range stood on when the edit was made. Offsets alone would put the span on other words of a
 * translation that somebody else has changed meanwhile; with the surface that is noticed.
 */
const surfaceSchema = z.string().max(MAX_TEXT).optional();

/** The fields of a span that can change while it stays the same span. Its id, side, links and history stay. */
const spanChangeSchema = z.object({
  start: offsetSchema,
  end: offsetSchema,
  label: labelNameSchema,
  provenance: provenanceSchema,
  surface: surfaceSchema,
});

const rangeSchema = z.object({ start: offsetSchema, end: offsetSchema });

/** How a span follows a change of the text around it. */
const moveSchema = z.object({ id: spanIdSchema, before: rangeSchema, after: rangeSchema });

/**
 * One change to an annotation, as a value: it can be applied, inverted, stored and sent. Each carries what it replaces,
 * so that its inverse needs no context and a stale edit is noticed instead of overwriting.
 */
export const editSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("add_span"), span: spanSchema, surface: surfaceSchema }),
  z.object({ kind: z.literal("remove_span"), span: spanSchema, surface: surfaceSchema }),
  z.object({
    kind: z.literal("change_span"),
    id: spanIdSchema,
    before: spanChangeSchema,
    after: spanChangeSchema,
  }),
  z.object({ kind: z.literal("add_link"), link: linkSchema }),
  z.object({ kind: z.literal("remove_link"), link: linkSchema }),
  z.object({ kind: z.literal("add_absence"), absence: absenceSchema }),
  z.object({ kind: z.literal("remove_absence"), absence: absenceSchema }),
  z.object({
    kind: z.literal("revise_pivot"),
    before: storableText(MAX_TEXT),
    after: storableText(MAX_TEXT),
    /** Where each span of the pivot side goes: all of them, those that stay in place too. */
    moves: z.array(moveSchema),
  }),
  z.object({ kind: z.literal("set_review"), before: reviewSchema, after: reviewSchema }),
  z.object({ kind: z.literal("set_flag"), before: z.boolean(), after: z.boolean() }),
  z.object({ kind: z.literal("add_note"), note: noteSchema }),
  z.object({ kind: z.literal("remove_note"), note: noteSchema }),
]);

export type Edit = z.infer<typeof editSchema>;
export type EditKind = Edit["kind"];

/** The edit that takes this one back: apply(apply(a, e), invert(e)) equals a. */
export function invert(edit: Edit): Edit {
  switch (edit.kind) {
    case "add_span":
      return { ...edit, kind: "remove_span" };
    case "remove_span":
      return { ...edit, kind: "add_span" };
    case "add_link":
      return { kind: "remove_link", link: edit.link };
    case "remove_link":
      return { kind: "add_link", link: edit.link };
    case "add_absence":
      return { kind: "remove_absence", absence: edit.absence };
    case "remove_absence":
      return { kind: "add_absence", absence: edit.absence };
    case "add_note":
      return { kind: "remove_note", note: edit.note };
    case "remove_note":
      return { kind: "add_note", note: edit.note };
    case "change_span":
      return { ...edit, before: edit.after, after: edit.before };
    case "set_review":
      return { ...edit, before: edit.after, after: edit.before };
    case "set_flag":
      return { ...edit, before: edit.after, after: edit.before };
    case "revise_pivot":
      return {
        ...edit,
        before: edit.after,
        after: edit.before,
        moves: edit.moves.map(({ id, before, after }) => ({ id, before: after, after: before })),
      };
  }
}

/** The inverse of a list of edits applied in order: the inverses in reverse order. */
export const invertAll = (edits: readonly Edit[]): readonly Edit[] => edits.map(invert).reverse();
