import { defaultLabels, type Label, PALETTE_SIZE } from "@spanbridge/shared/contracts";

/**
 * A label set for labels that a file brought: the ones we know come first, as we know them, then the others by how often
 * they occur. Where a file has none, the set that every project starts with.
 */
export function labelSetOf(found: ReadonlyMap<string, number>): readonly Label[] {
  if (found.size === 0) return defaultLabels;
  const known = defaultLabels.filter(({ name }) => found.has(name)).map(({ name }) => name);
  const others = [...found]
    .filter(([name]) => !known.includes(name))
    .sort(([a, times], [b, otherTimes]) => otherTimes - times || (a < b ? -1 : 1))
    .map(([name]) => name);
  return labelsNamed([...known, ...others]);
}

/** Labels of these names, each with a colour and, where one of its letters is free, a hotkey. */
export function labelsNamed(names: readonly string[]): readonly Label[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const known = defaultLabels.find((label) => label.name === name);
    const letters = [...(known?.hotkey ?? ""), ...name.toLowerCase()];
    const hotkey = letters.find((letter) => /^[a-z0-9]$/.test(letter) && !taken.has(letter)) ?? "";
    if (hotkey !== "") taken.add(hotkey);
    return { name, colour: index % PALETTE_SIZE, hotkey, description: known?.description ?? "" };
  });
}
