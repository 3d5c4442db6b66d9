/** FROM → TO; the empty string leaves the label's entities out. `*` stands for all that are not named. */
export type LabelMap = ReadonlyMap<string, string>;

const REST = "*";

/** Reads `FROM=TO` pairs between commas, semicolons or line breaks; what is no pair is left out. Null: nothing is mapped. */
export function readLabelMap(value: string): LabelMap | null {
  const map = new Map<string, string>();
  for (const pair of value.split(/[,;\n]/)) {
    // The last one: a label may hold an equals sign, a label of ours hardly does.
    const at = pair.lastIndexOf("=");
    const from = pair.slice(0, at).trim();
    if (at !== -1 && from !== "") map.set(from, pair.slice(at + 1).trim());
  }
  return map.size > 0 ? map : null;
}

/** What a label of the file is called here; null where its entities are left out. */
export function mapLabel(label: string, map: LabelMap | null): string | null {
  if (!map) return label;
  const found = map.get(label) ?? map.get(REST);
  if (found === undefined) return label;
  return found === "" ? null : found;
}
