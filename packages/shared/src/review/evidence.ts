import type { Annotation } from "../annotation/annotation.ts";
import type { SpanId } from "../ids.ts";
import { type ProjectionSignalKind, projectionSignalKinds } from "./projection-signals.ts";

/** A reason to look that an engine has recorded; `span` is the entity of the translation, empty where it is the segment. */
export type Evidence = { readonly kind: EvidenceKind; readonly span: string; readonly message: string };

/** Recorded kinds; what can be seen in the annotation itself is not among them. */
export type EvidenceKind = Exclude<ProjectionSignalKind, "not_projected" | "counts_differ">;
export const evidenceKinds = projectionSignalKinds.filter(
  (kind): kind is EvidenceKind => kind !== "not_projected" && kind !== "counts_differ",
);

const isKind = new Set<string>(evidenceKinds);
export const isEvidence = <T extends { readonly kind: string }>(
  signal: T,
): signal is T & { readonly kind: EvidenceKind } => isKind.has(signal.kind);

/**
 * What of the evidence still asks for a look: a person who has moved, linked, relabelled or removed an entity, or has said
 * that it has no counterpart, has looked at it.
 */
export function standing(annotation: Annotation, evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length === 0) return evidence;
  const open = untouched(annotation);
  return evidence.filter(({ span }) => span === "" || open.has(span));
}

/** Ids of the entities of the translation that nobody has touched. */
export function untouched({ spans, links, absences }: Annotation): ReadonlySet<string> {
  const byPerson = new Set<SpanId>();
  const note = (id: SpanId, human: boolean): void => {
    if (human) byPerson.add(id);
  };
  for (const { id, provenance } of spans) note(id, provenance.origin === "human");
  const touched = new Set<SpanId>(byPerson);
  for (const { pivot, source, provenance } of links) {
    if (provenance.origin === "human" || byPerson.has(source)) touched.add(pivot);
  }
  for (const { span, provenance } of absences) if (provenance.origin === "human") touched.add(span);
  return new Set(spans.flatMap(({ id, side }) => (side === "pivot" && !touched.has(id) ? [id] : [])));
}
