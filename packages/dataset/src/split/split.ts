import type { SplitName, SplitRule } from "@spanbridge/shared/contracts";
import { assignGroups } from "./assign.ts";
import { groupBy, strictest } from "./group.ts";
import type { SplitItem } from "./item.ts";

export type Division = {
  /** For each item its split; null: in none. */
  readonly splits: readonly (SplitName | null)[];
  /** Items in none because their text is in another split that is held out. */
  readonly duplicates: number;
  /** Items in none because the rule says nothing of them. */
  readonly unassigned: number;
};

/**
 * Divides segments. The same items, rule and seed give the same splits; no text is in two of them.
 *
 * By segment, segments of the same text go together. By document or by field, where they may stand in several splits,
 * they stay in the one that is held out most strictly and are in none elsewhere: a document is not torn apart, and what a file
 * says of its own test set is kept.
 */
export function divide(items: readonly SplitItem[], rule: SplitRule): Division {
  switch (rule.by) {
    case "none":
      return { splits: items.map(() => null), duplicates: 0, unassigned: 0 };
    case "segment":
      return withoutDuplicates(
        items,
        drawn(items, rule, ({ text }) => text),
        0,
      );
    case "document":
      return withoutDuplicates(items, drawn(items, rule, documentOf), 0);
    case "field": {
      const named = new Map(Object.entries(rule.values));
      const splits = items.map(({ value }) => (value === undefined ? null : (named.get(value) ?? null)));
      return withoutDuplicates(items, splits, splits.filter((split) => split === null).length);
    }
  }
}

/** A segment without a document stands for itself. */
const documentOf = ({ document, text }: SplitItem): string => (document === "" ? `\0${text}` : document);

function drawn(
  items: readonly SplitItem[],
  { ratio, stratify, seed }: Extract<SplitRule, { by: "segment" | "document" }>,
  key: (item: SplitItem) => string,
): (SplitName | null)[] {
  const splits: (SplitName | null)[] = items.map(() => null);
  for (const [{ members }, split] of assignGroups(groupBy(items, key, seed), ratio, stratify)) {
    for (const index of members) splits[index] = split;
  }
  return splits;
}

function withoutDuplicates(
  items: readonly SplitItem[],
  splits: readonly (SplitName | null)[],
  unassigned: number,
): Division {
  const rank = (split: SplitName): number => strictest.indexOf(split);
  const home = new Map<string, SplitName>();
  items.forEach(({ text }, index) => {
    const split = splits[index];
    const known = home.get(text);
    if (split && (!known || rank(split) < rank(known))) home.set(text, split);
  });
  let duplicates = 0;
  const kept = items.map(({ text }, index) => {
    const split = splits[index] ?? null;
    if (split === null || home.get(text) === split) return split;
    duplicates++;
    return null;
  });
  return { splits: kept, duplicates, unassigned };
}
