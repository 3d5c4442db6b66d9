import { z } from "zod";
import type { SpanId } from "../ids.ts";
import { type Provenance, provenanceSchema } from "./provenance.ts";
import { spanIdSchema } from "./span.ts";

/** "These two are the same entity": a span of the pivot side and one of the source side. Many to many; a pair occurs once. */
export type Link = {
  readonly pivot: SpanId;
  readonly source: SpanId;
  readonly provenance: Provenance;
};

export const linkSchema = z.object({
  pivot: spanIdSchema,
  source: spanIdSchema,
  provenance: provenanceSchema,
});

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareLinks = (a: Link, b: Link): number =>
  compareIds(a.pivot, b.pivot) || compareIds(a.source, b.source);

export const sameLink = (a: Pick<Link, "pivot" | "source">, b: Pick<Link, "pivot" | "source">): boolean =>
  a.pivot === b.pivot && a.source === b.source;
