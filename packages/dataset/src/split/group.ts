import type { SplitName } from "@spanbridge/shared/contracts";
import { seededHash } from "../seeded.ts";
import type { SplitItem } from "./item.ts";

/** Segments that go into a split together. */
export type Group = {
  /** Indices of the items. */
  readonly members: readonly number[];
  readonly labels: ReadonlyMap<string, number>;
  readonly kept: SplitName | undefined;
  /** Decides between groups that are alike: by the seed and what the group is, so that other groups do not change it. */
  readonly rank: number;
};

/** The strictest first: whatever was held out once stays so. */
export const strictest: readonly SplitName[] = ["test", "dev", "train"];

export const mostHeldOut = (splits: Iterable<SplitName | null | undefined>): SplitName | undefined => {
  const found = new Set(splits);
  return strictest.find((split) => found.has(split));
};

export function groupBy(
  items: readonly SplitItem[],
  key: (item: SplitItem) => string,
  seed: number,
): readonly Group[] {
  const members = new Map<string, number[]>();
  items.forEach((item, index) => {
    const own = key(item);
    const group = members.get(own);
    if (group) group.push(index);
    else members.set(own, [index]);
  });
  return [...members].map(([own, indices]) => {
    const labels = new Map<string, number>();
    for (const index of indices) {
      for (const [label, count] of items[index]?.labels ?? []) {
        labels.set(label, (labels.get(label) ?? 0) + count);
      }
    }
    const kept = mostHeldOut(indices.map((index) => items[index]?.kept));
    return { members: indices, labels, kept, rank: seededHash(own, seed) };
  });
}
