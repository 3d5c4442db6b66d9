import type { OptionValues } from "@spanbridge/shared/contracts";
import type { FoundLabel } from "./scan/messages.ts";

/** Where a label of the file goes: to one of the project's, nowhere, or undecided. */
export type Target = { readonly kind: "label"; readonly name: string } | { readonly kind: "left_out" } | null;

/** What was decided so far, by the file's labels. */
export function readTargets(options: OptionValues): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const pair of (options.label_map ?? "").split("\n")) {
    const at = pair.lastIndexOf("=");
    if (at <= 0) continue;
    const name = pair.slice(at + 1);
    targets.set(pair.slice(0, at), name === "" ? { kind: "left_out" } : { kind: "label", name });
  }
  return targets;
}

export function withTarget(options: OptionValues, label: string, target: Target): OptionValues {
  const targets = new Map(readTargets(options)).set(label, target);
  const pairs = [...targets].flatMap(([from, to]) =>
    to === null ? [] : [`${from}=${to.kind === "label" ? to.name : ""}`],
  );
  const { label_map: _, ...others } = options;
  return pairs.length > 0 ? { ...others, label_map: pairs.join("\n") } : others;
}

/** Labels with one of these cannot stand in a label map. */
const UNMAPPABLE = /[,;\n]|^\s|\s$/;

export const isMappable = ({ name }: FoundLabel): boolean => name !== "" && !UNMAPPABLE.test(name);

/** The file's labels that the project has not, the most frequent first; those already mapped stay among them. */
export const unknownLabels = (
  found: readonly FoundLabel[],
  known: ReadonlySet<string>,
): readonly FoundLabel[] =>
  found
    .filter(({ name }) => !known.has(name))
    .toSorted((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1));
