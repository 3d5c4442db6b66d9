import { z } from "zod";
import type { SpanId } from "../ids.ts";
import { storableText } from "../text/storable.ts";
import type { CodePoint, Range } from "../text/units.ts";
import { type Provenance, provenanceSchema } from "./provenance.ts";

export const sides = ["source", "pivot"] as const;
/** Which of a segment's two texts: the source, or its translation into the pivot language (English unless set otherwise). */
export type Side = (typeof sides)[number];

/** A labelled range of one side's text: half-open, in code points, cutting no grapheme cluster. */
export type Span = Range & {
  readonly id: SpanId;
  readonly side: Side;
  readonly label: string;
  readonly provenance: Provenance;
};

export const offsetSchema = z
  .int()
  .nonnegative()
  .transform((value) => value as CodePoint);
export const spanIdSchema = storableText(200)
  .min(1)
  .transform((value) => value as SpanId);
export const labelNameSchema = storableText(60).min(1);

export const spanSchema = z.object({
  id: spanIdSchema,
  side: z.enum(sides),
  start: offsetSchema,
  end: offsetSchema,
  label: labelNameSchema,
  provenance: provenanceSchema,
});

/** Reading order: source before pivot, then by start, longer first, then by id so that the order is total. */
export function compareSpans(a: Span, b: Span): number {
  if (a.side !== b.side) return a.side === "source" ? -1 : 1;
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export const otherSide = (side: Side): Side => (side === "source" ? "pivot" : "source");
