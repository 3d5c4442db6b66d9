import { type SplitName, type SplitRatio, splitNames } from "@spanbridge/shared/contracts";
import type { Group } from "./group.ts";

type Needs = Record<SplitName, number>;

/**
 * Gives each group a split so that the sizes come as near to the ratio as whole groups allow, and with `stratify` the
 * labels too: iterative stratification (Sechidis, Tsoumakas and Vlahavas 2011). The label that is left in the fewest
 * groups goes first, each of its groups to the split that lacks most of it. So no split gets more than its share by more
 * than one group. O(groups × labels).
 */
export function assignGroups(
  groups: readonly Group[],
  ratio: SplitRatio,
  stratify: boolean,
): ReadonlyMap<Group, SplitName> {
  const open = splitNames.filter((name) => ratio[name] > 0);
  const shares = ratio.train + ratio.dev + ratio.test;
  const needs = (total: number): Needs => ({
    train: (total * ratio.train) / shares,
    dev: (total * ratio.dev) / shares,
    test: (total * ratio.test) / shares,
  });
  const sizes = needs(groups.reduce((sum, { members }) => sum + members.length, 0));
  const wanted = new Map([...totals(groups)].map(([label, count]) => [label, needs(count)]));
  const assigned = new Map<Group, SplitName>();
  const give = (group: Group, split: SplitName): void => {
    assigned.set(group, split);
    sizes[split] -= group.members.length;
    for (const [label, count] of group.labels) {
      const need = wanted.get(label);
      if (need) need[split] -= count;
    }
  };
  // What lacks most; of the same, what lacks most segments, then the first.
  const neediest = (need: Needs): SplitName =>
    open.reduce((best, each) =>
      need[each] > need[best] || (need[each] === need[best] && sizes[each] > sizes[best]) ? each : best,
    );

  for (const group of groups) if (group.kept) give(group, group.kept);
  if (stratify) {
    for (const [label, holders] of rarestFirst(groups, assigned)) {
      const need = wanted.get(label) ?? sizes;
      for (const group of holders) give(group, neediest(need));
    }
  }
  const rest = groups.filter((group) => !assigned.has(group));
  for (const group of rest.sort((a, b) => b.members.length - a.members.length || a.rank - b.rank)) {
    give(group, neediest(sizes));
  }
  return assigned;
}

function totals(groups: readonly Group[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { labels } of groups) {
    for (const [label, count] of labels) sums.set(label, (sums.get(label) ?? 0) + count);
  }
  return sums;
}

/** The labels one after the other, each with its groups that nobody has yet, those with most of it first. */
function* rarestFirst(
  groups: readonly Group[],
  assigned: ReadonlyMap<Group, SplitName>,
): Generator<readonly [label: string, holders: readonly Group[]]> {
  const holders = new Map<string, Group[]>();
  for (const group of groups) {
    for (const label of group.labels.keys()) {
      const list = holders.get(label);
      if (list) list.push(group);
      else holders.set(label, [group]);
    }
  }
  while (holders.size > 0) {
    let rarest: { label: string; left: Group[] } | undefined;
    for (const label of [...holders.keys()].sort()) {
      const left = (holders.get(label) ?? []).filter((group) => !assigned.has(group));
      if (!rarest || left.length < rarest.left.length) rarest = { label, left };
    }
    if (!rarest) return;
    const { label, left } = rarest;
    holders.delete(label);
    const count = (group: Group): number => group.labels.get(label) ?? 0;
    yield [label, left.sort((a, b) => count(b) - count(a) || a.rank - b.rank)];
  }
}
