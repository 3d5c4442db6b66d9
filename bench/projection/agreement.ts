import { createOfflineEngine } from "@spanbridge/projection";
import { sameRange } from "@spanbridge/shared";
import { readCases, readLexicon } from "./corpus.ts";
import { shippedTables } from "./crossfit.ts";
import { table } from "./tables.ts";

/** Given the English entities of a language model's own translation: how often the engine finds the phrase the model gave. */
export function agreement(): string {
  const rows = ["zh", "ru", "ja", "ko", "ar", "th", "hi"].map((language) => {
    const cases = readCases(`eat_llm_${language}-en.jsonl`);
    const lexicon = readLexicon(language);
    const results = createOfflineEngine({ lexicon, words: shippedTables }).project(
      cases.map(({ segment }) => segment),
    );
    let linked = 0;
    let same = 0;
    let placed = 0;
    let overlapping = 0;
    let sure = 0;
    let sureSame = 0;
    results.forEach(({ entities }, at) => {
      for (const { entity, place, confidence } of entities) {
        const gold = cases[at]?.goldOf.get(entity.id);
        if (!gold) continue;
        linked++;
        if (!place) continue;
        placed++;
        if (confidence >= 0.9) sure++;
        if (confidence >= 0.9 && sameRange(place, gold)) sureSame++;
        if (sameRange(place, gold)) same++;
        else if (place.start < gold.end && gold.start < place.end) overlapping++;
      }
    });
    const share = (part: number): string => (part / linked).toFixed(3);
    return [
      language,
      String(linked),
      share(same),
      share(overlapping),
      share(placed),
      sure > 0 ? `${(sureSame / sure).toFixed(3)} of ${sure}` : "none",
      lexicon.length > 0 ? "yes" : "no",
    ];
  });
  return `## Agreement with recorded model answers\n\n63 sentences a language, alone in their batch. Weights were learnt on zh, ru and de (shipped weights: for zh and ru these saw gold of the same documents, the other languages are new to them); the tables of words are those that ship.\n\n${table(["", "linked entities", "same span", "overlapping span", "placed", "same span at confidence ≥ 0.9", "lexicon"], rows)}`;
}
