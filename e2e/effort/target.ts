import type { Entity, PairsRow } from "../support/samples.ts";

/** A segment as it is before the annotator comes, and as it is to be. */
export type Task = {
  readonly row: PairsRow;
  /** The source entities that gold has. */
  readonly gold: readonly Entity[];
  /** Gold's links by the numbers of entities; undefined where gold says nothing of links. */
  readonly links: readonly (readonly [english: string, gold: string])[] | undefined;
};

export type Pair = {
  readonly before: Entity;
  readonly after: Entity;
  readonly how: "keep" | "adjust" | "replace";
};

/** How the spans there are become those of gold. */
export type Difference = {
  readonly pairs: readonly Pair[];
  readonly removed: readonly Entity[];
  readonly added: readonly Entity[];
};

const overlaps = (a: Entity, b: Entity): boolean => a.start < b.end && b.start < a.end;
const sameRange = (a: Entity, b: Entity): boolean => a.start === b.start && a.end === b.end;

/**
 * Pairs spans with gold: the same range first, then overlapping ones, the same label before another. A span that overlaps
 * nothing of gold's may be meant for a gold span whose English entity it is linked to; that is known only where gold has
 * links. What is left is removed or added.
 */
export function differenceOf({ row, gold, links }: Task): Difference {
  const before = [...row.source_entities];
  const after = [...gold];
  const pairs: Pair[] = [];
  const take = (fits: (a: Entity, b: Entity) => boolean, how: Pair["how"]): void => {
    for (const a of [...before]) {
      const b = after.find((candidate) => fits(a, candidate));
      if (!b) continue;
      pairs.push({ before: a, after: b, how: sameRange(a, b) && a.label === b.label ? "keep" : how });
      before.splice(before.indexOf(a), 1);
      after.splice(after.indexOf(b), 1);
    }
  };
  const partnerOf = (a: Entity): string | undefined => row.links.find(([, source]) => source === a.id)?.[0];
  take((a, b) => sameRange(a, b) && a.label === b.label, "keep");
  take(sameRange, "adjust");
  take((a, b) => overlaps(a, b) && a.label === b.label, "adjust");
  take(overlaps, "adjust");
  if (links) {
    take(
      (a, b) =>
        links.some(([english, source]) => source === b.id && english === partnerOf(a) && a.label === b.label),
      "replace",
    );
  } else {
    take((a, b) => partnerOf(a) !== undefined && a.label === b.label, "replace");
  }
  return { pairs, removed: before, added: after };
}
