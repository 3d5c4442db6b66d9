import { type Range, type Span, sameRange } from "@spanbridge/shared";
import { ratio } from "../counts.ts";
import { sharedCount } from "../sets.ts";
import type { ProjectedEntity, ProjectionSegment } from "./segment.ts";

/** Where one English entity ended up. `unaligned`: gold states that it has no counterpart; not counted either way. */
export type ProjectionOutcome<Segment = string> = {
  readonly segment: Segment;
  readonly kind: "exact" | "wrong" | "unprojected" | "unaligned";
  readonly entity: Span;
  readonly projected: readonly Span[];
};

export type ExactReport<Segment = string> = {
  /** Exact ÷ alignable, 0 to 1. */
  readonly accuracy: number;
  readonly exact: number;
  /** English entities except those that gold calls not expressed in the source. */
  readonly alignable: number;
  /** How many of the alignable ones gold has links for; the rest is held against any gold span not yet taken. */
  readonly withGoldLinks: number;
  readonly outcomes: readonly ProjectionOutcome<Segment>[];
};

/**
 * Exact match given the English entity: did it land on exactly the right source range (label aside)? Asks about
 * projection alone, free of what the two annotations disagree on about entities that nobody could project.
 *
 * With gold links the projected ranges must be the linked ones, all and no other. Without, one projected range must be
 * that of a gold span, and each gold span serves one entity; that is more lenient (a span of the wrong entity passes).
 */
export function exactProjection<Segment>(
  segments: Iterable<ProjectionSegment<Segment>>,
): ExactReport<Segment> {
  const outcomes: ProjectionOutcome<Segment>[] = [];
  let withGoldLinks = 0;
  for (const { segment, entities, gold } of segments) {
    const free = [...gold];
    for (const found of entities) {
      const { entity, projected, expected } = found;
      if (expected && expected.length > 0) withGoldLinks++;
      outcomes.push({ segment, kind: outcomeOf(found, free), entity, projected });
    }
  }
  const count = (kind: ProjectionOutcome["kind"]): number =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  const exact = count("exact");
  const alignable = outcomes.length - count("unaligned");
  return { accuracy: ratio(exact, alignable), exact, alignable, withGoldLinks, outcomes };
}

function outcomeOf({ projected, expected }: ProjectedEntity, free: Span[]): ProjectionOutcome["kind"] {
  if (expected?.length === 0) return "unaligned";
  if (projected.length === 0) return "unprojected";
  if (expected) return sameRanges(projected, expected) ? "exact" : "wrong";
  const index = free.findIndex((span) => projected.some((range) => sameRange(range, span)));
  if (index === -1) return "wrong";
  free.splice(index, 1);
  return "exact";
}

const sameRanges = (a: readonly Range[], b: readonly Range[]): boolean => {
  const key = ({ start, end }: Range): string => `${start} ${end}`;
  const wanted = new Set(a.map(key));
  const found = new Set(b.map(key));
  return wanted.size === found.size && sharedCount(wanted, found) === wanted.size;
};
