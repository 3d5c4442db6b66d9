import type { Morphology } from "../inflect/stem.ts";
import type { NameIndex } from "../names/lexicon.ts";
import { wordSimilarity } from "../score/units-sound.ts";
import { SoundColumn, type SoundModel } from "../sound/distance.ts";
import { latinSymbols } from "../sound/symbols.ts";
import type { WordTable } from "../words/table.ts";
import type { LexicalPrior } from "./aligner.ts";
import type { Vocabulary } from "./corpus.ts";

/** How alike two words must sound to be expected to translate each other. */
const PRIOR_FROM = 0.4;
/** What a word table expects for certain, in the scale of the prior. */
const TAUGHT = 2;

/** What the prior must know of a word besides its id. */
export class WordFacts {
  readonly capitalPivot = new Set<string>();
  readonly lowerSource = new Set<string>();
  readonly surface = new Map<string, string>();
}

type Known = {
  readonly sound: SoundModel;
  readonly morphology: Morphology;
  readonly names: NameIndex;
  readonly words: WordTable;
};

/** Words that are the same, sound alike or are known to translate each other are expected to: the key to small corpora. */
export function lexicalPrior(
  pivotWords: Vocabulary,
  sourceWords: Vocabulary,
  facts: WordFacts,
  { sound, morphology, names, words }: Known,
): LexicalPrior {
  const columns = new Map<number, SoundColumn>();
  const taught = pivotWords.words.map((word) => {
    const forms = words.get(word);
    return forms.length === 0
      ? undefined
      : new Map(forms.map(({ form, strength }) => [sourceWords.get(form), strength * TAUGHT]));
  });
  return (pivot, source) => Math.max(taught[pivot]?.get(source) ?? 0, expected(pivot, source));

  function expected(pivot: number, source: number): number {
    const here = pivotWords.words[pivot];
    const there = sourceWords.words[source];
    if (here === undefined || there === undefined) return 0;
    if (here === there) return here.length > 1 ? 2 : 0.5;
    if (!facts.capitalPivot.has(here)) return 0;
    const surface = facts.surface.get(there) ?? there;
    if (names.get(here).some(({ form }) => form === surface)) return 1.5;
    if (here.length < 3) return 0;
    let column = columns.get(pivot);
    if (!column) {
      column = new SoundColumn(latinSymbols(here), sound);
      columns.set(pivot, column);
    }
    const similarity = wordSimilarity(column, surface, morphology);
    if (similarity < PRIOR_FROM) return 0;
    return Math.min(1, similarity + 0.3) * (morphology.cased && facts.lowerSource.has(there) ? 0.5 : 1);
  }
}
