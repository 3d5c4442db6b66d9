import type { SpanExtras } from "@spanbridge/formats";
import {
  type Absence,
  type Annotation,
  absenceSchema,
  codePoint,
  type Link,
  noteSchema,
  type Provenance,
  pendingReview,
  provenanceSchema,
  reviewSchema,
  type Span,
  spanId,
} from "@spanbridge/shared";
import { z } from "zod";

/**
 * The stored form of an annotation, without its texts: JSON with short keys and arrays for records, because there are
 * millions of them. Lists are in canonical order and nothing that is empty is written, so that two annotations that say
 * the same have the same text.
 *
 *   { s: [[id, "s" | "p", start, end, label, provenance?]…],  l: [[pivot id, source id, provenance?]…],
 *     a: [absence…],  r: review,  f: 1 where flagged,  n: notes,  x: { span id: further keys of the file } }
 *
 * Offsets are code points. A provenance that is missing is "import" with the layer's own reference; a number is the
 * same with that confidence; anything else is written out.
 */
export type Body = Omit<Annotation, "sourceText" | "pivotText"> & { readonly extras: SpanExtras | null };

export const emptyBody: Body = {
  spans: [],
  links: [],
  absences: [],
  review: pendingReview,
  flagged: false,
  notes: [],
  extras: null,
};

/** `ref` is the reference that a provenance has where none is written: the name of the layer the spans came in with. */
export function encodeBody(body: Body, ref: string): string {
  const stored: Record<string, unknown> = {};
  if (body.spans.length > 0) stored.s = body.spans.map((span) => encodeSpan(span, ref));
  if (body.links.length > 0) {
    stored.l = body.links.map((link) => [link.pivot, link.source, ...encodeProvenance(link.provenance, ref)]);
  }
  if (body.absences.length > 0) stored.a = body.absences;
  if (body.review.state !== "pending") stored.r = body.review;
  if (body.flagged) stored.f = 1;
  if (body.notes.length > 0) stored.n = body.notes;
  if (body.extras) stored.x = body.extras;
  return JSON.stringify(stored);
}

const encodeSpan = ({ id, side, start, end, label, provenance }: Span, ref: string): unknown[] => [
  id,
  side === "source" ? "s" : "p",
  start,
  end,
  label,
  ...encodeProvenance(provenance, ref),
];

function encodeProvenance(provenance: Provenance, ref: string): [] | [number | Provenance] {
  const { origin, confidence, previous } = provenance;
  if (origin !== "import" || provenance.ref !== ref || previous !== undefined) return [provenance];
  return confidence === undefined ? [] : [confidence];
}

/** Reads the stored form (parsed JSON). Throws where it is not one: damage, or a newer version's. */
export function decodeBody(value: unknown, ref: string): Body {
  if (typeof value !== "object" || value === null) return damaged("body", value);
  const stored: {
    s?: unknown;
    l?: unknown;
    a?: unknown;
    r?: unknown;
    f?: unknown;
    n?: unknown;
    x?: unknown;
  } = value;
  const own: Provenance = { origin: "import", ref };
  return {
    spans: list(stored.s).map((each) => decodeSpan(each, own)),
    links: list(stored.l).map((each) => decodeLink(each, own)),
    absences: stored.a === undefined ? [] : list(stored.a).map((each): Absence => absenceSchema.parse(each)),
    review: stored.r === undefined ? pendingReview : reviewSchema.parse(stored.r),
    flagged: stored.f === 1,
    notes: stored.n === undefined ? [] : list(stored.n).map((each) => noteSchema.parse(each)),
    extras: stored.x === undefined ? null : extrasSchema.parse(stored.x),
  };
}

const extrasSchema = z.record(z.string(), z.record(z.string(), z.json()));

// Spans and links are checked by hand: an export reads millions of them.

function decodeSpan(value: unknown, own: Provenance): Span {
  const [id, side, start, end, label, written] = list(value);
  if (typeof id !== "string" || typeof label !== "string") return damaged("span", value);
  if (typeof start !== "number" || typeof end !== "number") return damaged("span", value);
  if (side !== "s" && side !== "p") return damaged("span", value);
  return {
    id: spanId(id),
    side: side === "s" ? "source" : "pivot",
    start: codePoint(start),
    end: codePoint(end),
    label,
    provenance: decodeProvenance(written, own),
  };
}

function decodeLink(value: unknown, own: Provenance): Link {
  const [pivot, source, written] = list(value);
  if (typeof pivot !== "string" || typeof source !== "string") return damaged("link", value);
  return { pivot: spanId(pivot), source: spanId(source), provenance: decodeProvenance(written, own) };
}

function decodeProvenance(written: unknown, own: Provenance): Provenance {
  if (written === undefined) return own;
  return typeof written === "number" ? { ...own, confidence: written } : provenanceSchema.parse(written);
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : damaged("list", value);
}

function damaged(what: string, value: unknown): never {
  throw new Error(`A stored annotation is not readable: ${what} ${JSON.stringify(value)?.slice(0, 100)}`);
}
