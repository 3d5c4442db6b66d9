import { DEMONYMS } from "../data/demonyms.ts";
import { nameKey } from "../text/pivot.ts";

let known: ReadonlySet<string> | undefined;

/** Whether an English name, by its key, is an adjective of a country or what its people are called: American, Germans. */
export function isDemonym(key: string): boolean {
  known ??= new Set(
    DEMONYMS.split(",").flatMap((entry) => {
      const words = entry.split(" ").slice(1);
      // North Korean and its like are two words.
      return [...words, words.join(" ")].map(nameKey);
    }),
  );
  return known.has(key) || (key.endsWith("s") && known.has(key.slice(0, -1)));
}
