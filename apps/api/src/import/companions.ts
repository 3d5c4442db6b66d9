import { importCodecs } from "@spanbridge/formats";

/** Texts say nothing of themselves: they go with the files beside them. */
const PLAIN = /\.txt$/i;
const stemOf = (file: string): string => file.replace(/\.[^./\\]*$/, "");

/** Files that belong together, such as texts and their annotations, a set a format; and those that stand alone. */
export function companions(files: readonly string[]): {
  readonly sets: readonly (readonly string[])[];
  readonly single: readonly string[];
} {
  const rest = new Set(files);
  const sets: string[][] = [];
  for (const { companions: belongs } of importCodecs) {
    if (!belongs) continue;
    const named = new Set([...rest].filter((file) => belongs.test(file) && !PLAIN.test(file)));
    if (named.size === 0) continue;
    const stems = new Set([...named].map(stemOf));
    const set = [...rest].filter((file) => named.has(file) || (PLAIN.test(file) && stems.has(stemOf(file))));
    for (const file of set) rest.delete(file);
    sets.push(set);
  }
  // A text that nobody has annotated yet is beside those that somebody has.
  const [first] = sets;
  if (first) {
    for (const file of [...rest].filter((each) => PLAIN.test(each))) {
      first.push(file);
      rest.delete(file);
    }
  }
  return { sets, single: [...rest] };
}
