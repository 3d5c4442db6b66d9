import { z } from "zod";
import type { SpanId } from "../ids.ts";
import { type Provenance, provenanceSchema } from "./provenance.ts";
import { spanIdSchema } from "./span.ts";

/** Why a span has no counterpart on the other side. */
export const absenceReasons = [
  "dropped_in_translation",
  "added_by_translation",
  "not_an_entity_there",
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** The explicit statement that a span has no counterpart. At most one a span, and never beside a link of that span. */
export type Absence = {
  readonly span: SpanId;
  readonly reason: AbsenceReason;
  readonly provenance: Provenance;
};

export const absenceSchema = z.object({
  span: spanIdSchema,
  reason: z.enum(absenceReasons),
  provenance: provenanceSchema,
});

export const compareAbsences = (a: Absence, b: Absence): number =>
  a.span < b.span ? -1 : a.span > b.span ? 1 : 0;
