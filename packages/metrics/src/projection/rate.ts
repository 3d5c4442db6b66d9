import { ratio } from "../counts.ts";
import type { ProjectionSegment } from "./segment.ts";

export type Rate = { readonly projected: number; readonly entities: number; readonly rate: number };

export type ProjectionRate = Rate & {
  /** By the label of the English entity. */
  readonly perLabel: Readonly<Record<string, Rate>>;
  /** Projected source spans per English entity: above `rate` where one entity was projected to several spans. */
  readonly spansPerEntity: number;
};

/**
 * The share of English entities that were projected to at least one source span, 0 to 1. Says nothing about whether the
 * span is right. EasyProject and ScaDS divide source spans by English entities instead, which can exceed 1:
 * `spansPerEntity`.
 */
export function projectionRate(segments: Iterable<ProjectionSegment<unknown>>): ProjectionRate {
  const perLabel = new Map<string, { projected: number; entities: number }>();
  const all = { projected: 0, entities: 0 };
  let spans = 0;
  for (const { entities } of segments) {
    for (const { entity, projected } of entities) {
      const label = perLabel.get(entity.label) ?? { projected: 0, entities: 0 };
      perLabel.set(entity.label, label);
      spans += projected.length;
      for (const tally of [all, label]) {
        tally.entities++;
        if (projected.length > 0) tally.projected++;
      }
    }
  }
  const rate = (tally: { projected: number; entities: number }): Rate => ({
    ...tally,
    rate: ratio(tally.projected, tally.entities),
  });
  return {
    ...rate(all),
    perLabel: Object.fromEntries(
      [...perLabel].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, tally]) => [label, rate(tally)]),
    ),
    spansPerEntity: ratio(spans, all.entities),
  };
}
