import type { TextPair } from "../model.ts";
import { languageModel, prepare } from "../prepare.ts";
import { offlineDefaults } from "../settings.ts";
import { packWords, type Translation } from "./table.ts";

export type WordSettings = {
  /** How well two words must explain each other to be written down. */
  readonly least: number;
  /** Translations of a word at most. */
  readonly most: number;
};

export const wordDefaults: WordSettings = { least: 0.2, most: 4 };

/**
 * Learns a table of words from parallel text, packed as `OfflineResources.words` takes it: the engine's own aligner over all
 * pairs, with what the language knows without any file. Deterministic: nothing is drawn.
 */
export function learnWords(
  language: string,
  pairs: readonly TextPair[],
  { least, most } = wordDefaults,
): string {
  const { features } = offlineDefaults;
  const { translations } = prepare(languageModel(language, {}, features), pairs, features);
  const entries = new Map<string, { name: boolean; forms: Translation[] }>();
  for (const { pivot, source, strength, capital } of translations(least)) {
    // The same letters on both sides are expected anyway, and numbers translate by their value.
    if (pivot === source || !/\p{L}/u.test(pivot) || !/\p{L}/u.test(source)) continue;
    const entry = entries.get(pivot) ?? { name: capital, forms: [] };
    entry.forms.push({ form: source, strength });
    entries.set(pivot, entry);
  }
  return packWords(
    [...entries].map(([pivot, { name, forms }]) => ({
      pivot,
      name,
      forms: forms.sort((a, b) => b.strength - a.strength || (a.form < b.form ? -1 : 1)).slice(0, most),
    })),
  );
}
