import { Aligner, type AlignerSettings } from "./align/aligner.ts";
import { Association, type DenseSentence } from "./align/association.ts";
import { corpusOf, Vocabulary } from "./align/corpus.ts";
import { lexicalPrior, WordFacts } from "./align/lexical-prior.ts";
import { FUNCTION_WORDS } from "./data/function-words.ts";
import { type Morphology, morphologyOf } from "./inflect/stem.ts";
import type { OfflineResources, OfflineSegment, TextPair } from "./model.ts";
import { addClassNouns } from "./names/class-nouns.ts";
import { addCldrNames } from "./names/cldr.ts";
import { NameIndex } from "./names/lexicon.ts";
import { RegionNames } from "./names/regions.ts";
import type { UnitResources, UseOf } from "./score/evidence.ts";
import type { FeatureContext } from "./score/feature-context.ts";
import { mergeNames } from "./score/merge.ts";
import type { SegmentTexts } from "./score/segment.ts";
import { Frequencies, isDense, type NameCharacters, nameCharacters, namenessOf } from "./score/statistics.ts";
import type { SoundModel } from "./sound/distance.ts";
import { learnSounds, type SoundPair, type VowelHabit } from "./sound/learn.ts";
import { soundOfWord } from "./sound/romanise.ts";
import { latinSymbols } from "./sound/symbols.ts";
import { ATOM, type Atoms, atomsOf } from "./text/atoms.ts";
import { type PivotToken, pivotTokens } from "./text/pivot.ts";
import { WordTable } from "./words/table.ts";

/** Pairs the aligner is trained on at most; more cost time and memory and teach little. */
const TRAINING_PAIRS = 8_000;
/** Batches up to this size are read once and kept; larger ones are read again, to save memory. */
const KEPT_PAIRS = 6_000;
const TRAINING_WORDS = 90;
const WRITTEN_TOGETHER: ReadonlySet<string> = new Set(["Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo"]);
/** Strength from which a pair of words of a table is as good as one of a lexicon. */
const SURE_WORD = 0.5;

export type PrepareOptions = {
  readonly use: UseOf & {
    readonly cldr: boolean;
    readonly background: boolean;
    readonly prior: boolean;
    readonly words: boolean;
  };
  readonly aligner: AlignerSettings;
};

/** What was learnt from all texts of one language, before any entity is looked at. */
export type Prepared = {
  readonly language: string;
  /** Both texts of a segment as the engine reads them. Read again at each call: keeping them takes more memory than time. */
  readonly textsOf: (segment: Pick<OfflineSegment, "sourceText" | "pivotText">) => SegmentTexts;
  /** The same without what the aligner needs, which takes most of the time. */
  readonly wordsOf: (segment: Pick<OfflineSegment, "sourceText" | "pivotText">) => Draft;
  readonly aligner: Aligner;
  /** Pairs of words that explain each other at least so well. */
  readonly translations: (least: number) => Iterable<WordPair>;
  readonly units: UnitResources;
  readonly regions: RegionNames;
  readonly shared: Pick<FeatureContext, "morphology" | "names" | "nameness" | "commonness" | "lengthRatio">;
};

/** What is known of a language before any text is seen. Costly to make and the same for all batches. */
export type LanguageModel = {
  readonly language: string;
  readonly morphology: Morphology;
  readonly names: NameIndex;
  readonly regions: RegionNames;
  readonly sound: SoundModel;
  readonly nameCharacters: NameCharacters;
  readonly words: WordTable;
};

export function languageModel(
  language: string,
  resources: OfflineResources,
  options: PrepareOptions,
): LanguageModel {
  const morphology = morphologyOf(language);
  const names = namesOf(language, resources, options);
  const words = new WordTable(options.use.words ? (resources.words?.[morphology.base] ?? "") : "");
  if (options.use.lexicon) addWords(names, words, morphology.script);
  const sound = learnSounds(soundPairs(names, words, morphology), habitOf(morphology.script));
  return {
    language,
    words,
    morphology,
    names,
    regions: new RegionNames(names, morphology),
    sound,
    nameCharacters: nameCharacters(names, sound, morphology.base === "zh"),
  };
}

/** The texts that the engine learns words from before it looks at segments of one language; see `prepare`. */
export const trainingTexts = (
  language: string,
  segments: readonly OfflineSegment[],
  resources: OfflineResources,
  options: PrepareOptions,
): readonly TextPair[] => sample(trainingPairs(language, segments, resources, options), TRAINING_PAIRS);

export function prepare(model: LanguageModel, all: readonly TextPair[], options: PrepareOptions): Prepared {
  const { language, morphology, names, sound } = model;
  const frequencies = new Frequencies(FUNCTION_WORDS[morphology.base]);
  for (const { source } of all) frequencies.addText(source);
  const nameness = namenessOf(model.nameCharacters, frequencies);
  const units: UnitResources = {
    names,
    association: undefined,
    morphology,
    sound,
    use: options.use,
    nameness,
  };
  const read = (pair: TextPair): Draft => {
    const tokens = pivotTokens(pair.pivot);
    return { tokens, atoms: mergeNames(atomsOf(pair.source, language), tokens, units) };
  };
  const kept = new Map<string, Draft>();
  const drafts = all.map((pair) => {
    const draft = read(pair);
    if (all.length <= KEPT_PAIRS) kept.set(pairKey(pair), draft);
    return draft;
  });
  for (const { atoms } of drafts) frequencies.add(atoms);
  const { aligner, idsOf, translations } = align(drafts, model, options);
  return {
    language,
    textsOf: ({ sourceText, pivotText }) => {
      const pair = { source: sourceText, pivot: pivotText };
      const draft = kept.get(pairKey(pair)) ?? read(pair);
      return { ...draft, rowOf: rowsOf(draft.tokens), ...idsOf(draft) };
    },
    wordsOf: ({ sourceText, pivotText }) =>
      kept.get(pairKey({ source: sourceText, pivot: pivotText })) ?? {
        tokens: pivotTokens(pivotText),
        atoms: atomsOf(sourceText, language),
      },
    aligner,
    translations,
    regions: model.regions,
    units: { ...units, association: associationOf(drafts, names, options) },
    shared: {
      morphology,
      names,
      nameness,
      commonness: (folded) => frequencies.commonness(folded),
      lengthRatio: lengthRatio(all),
    },
  };
}

const pairKey = ({ source, pivot }: TextPair): string => `${source}\n${pivot}`;

/** Each pair once, the segments' own first: the same sentence in a file and its background would count twice. */
function trainingPairs(
  language: string,
  segments: readonly OfflineSegment[],
  resources: OfflineResources,
  { use }: PrepareOptions,
): TextPair[] {
  const seen = new Set<string>();
  const pairs: TextPair[] = [];
  const add = (pair: TextPair): void => {
    const key = pairKey(pair);
    if (seen.has(key)) return;
    seen.add(key);
    pairs.push(pair);
  };
  for (const { sourceText, pivotText } of segments) add({ source: sourceText, pivot: pivotText });
  if (!use.background) return pairs;
  for (const pair of resources.background ?? [])
    if (pair.sourceLang === undefined || pair.sourceLang === language) add(pair);
  return pairs;
}

function habitOf(script: string): VowelHabit {
  if (["Arab", "Hebr", "Deva", "Beng", "Taml", "Telu", "Gujr", "Guru", "Knda", "Mlym"].includes(script))
    return "abjad";
  return ["Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr"].includes(script)
    ? "syllables"
    : "letters";
}

function namesOf(language: string, resources: OfflineResources, { use }: PrepareOptions): NameIndex {
  const names = new NameIndex();
  if (use.lexicon) {
    for (const { pivot, source, label } of resources.memory ?? []) names.add(pivot, source, "memory", label);
    for (const { pivot, source, label } of resources.lexicon ?? [])
      names.add(pivot, source, "lexicon", label);
  }
  if (use.cldr) addCldrNames(names, language, "en");
  addClassNouns(names, new Intl.Locale(language).language);
  return names;
}

/** Where nothing cuts words, one that a table knows is looked for as a lexicon's names are; elsewhere the aligner knows it. */
function addWords(names: NameIndex, words: WordTable, script: string): void {
  if (!WRITTEN_TOGETHER.has(script)) return;
  for (const { pivot, forms } of words.entries)
    for (const { form, strength } of forms) if (strength >= SURE_WORD) names.addWord(pivot, form, strength);
}

function soundPairs(names: NameIndex, words: WordTable, morphology: Morphology): SoundPair[] {
  const pairs: SoundPair[] = [];
  for (const { pivot, name, forms } of words.entries) {
    const [best] = forms;
    if (name && best && best.strength >= SURE_WORD)
      pairs.push({ pivot: latinSymbols(pivot), source: soundOfWord(best.form, morphology.german) });
  }
  for (const [key, list] of names.entries()) {
    const pivot = latinSymbols(key.replaceAll(" ", ""));
    for (const { form, weight, source } of list) {
      if (weight >= 0.7 && source !== "demonym" && source !== "class" && source !== "word")
        pairs.push({ pivot, source: soundOfWord(form.replace(/[\s·-]/gu, ""), morphology.german) });
    }
  }
  return pairs;
}

function lengthRatio(pairs: readonly TextPair[]): number {
  // A short batch starts from two English characters for one of the source, as in Chinese, and soon forgets it.
  let source = 40;
  let pivot = 80;
  for (const pair of pairs) {
    source += pair.source.length;
    pivot += pair.pivot.length;
  }
  return source / pivot;
}

type Draft = { readonly atoms: Atoms; readonly tokens: readonly PivotToken[] };

export type WordPair = {
  readonly pivot: string;
  readonly source: string;
  readonly strength: number;
  /** The pivot word stands with a capital somewhere. */
  readonly capital: boolean;
};

type Alignment = Pick<Prepared, "aligner" | "translations"> & {
  readonly idsOf: (draft: Draft) => Pick<SegmentTexts, "pivotIds" | "sourceIds">;
};

function align(drafts: readonly Draft[], model: LanguageModel, options: PrepareOptions): Alignment {
  const { morphology } = model;
  const pivotWords = new Vocabulary();
  const sourceWords = new Vocabulary();
  const facts = new WordFacts();
  const pairs: (readonly [Int32Array, Int32Array])[] = [];
  for (const { tokens, atoms } of drafts) {
    const pivot = idsOfTokens(tokens, (word) => pivotWords.add(word), facts);
    const source = idsOfWords(atoms, morphology, (word) => sourceWords.add(word), facts);
    const short = pivot.length <= TRAINING_WORDS && source.length <= TRAINING_WORDS;
    if (pivot.length > 0 && source.length > 0 && short) pairs.push([pivot, source]);
  }
  const prior = options.use.prior ? lexicalPrior(pivotWords, sourceWords, facts, model) : () => 0;
  const sizes = { pivot: pivotWords.words.length, source: sourceWords.words.length };
  const aligner = new Aligner(corpusOf(pairs), sizes, prior, options.aligner);
  return {
    aligner,
    *translations(least) {
      for (const { pivot, source, strength } of aligner.translations(least)) {
        const word = pivotWords.words[pivot] ?? "";
        yield {
          pivot: word,
          source: sourceWords.words[source] ?? "",
          strength,
          capital: facts.capitalPivot.has(word),
        };
      }
    },
    idsOf: ({ tokens, atoms }) => ({
      pivotIds: idsOfTokens(tokens, (word) => pivotWords.get(word), undefined),
      sourceIds: idsOfWords(atoms, morphology, (word) => sourceWords.get(word), undefined),
    }),
  };
}

/** Every n-th, so that no part of a long file goes unseen. */
function sample<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).filter(
    (one) => one !== undefined,
  );
}

const isWord = (token: PivotToken): boolean => /[\p{L}\p{N}]/u.test(token.folded) && token.folded !== "'s";

function idsOfTokens(
  tokens: readonly PivotToken[],
  idOf: (word: string) => number,
  facts: WordFacts | undefined,
): Int32Array {
  const words = tokens.filter(isWord);
  if (facts) for (const word of words) if (word.capital && !word.stop) facts.capitalPivot.add(word.folded);
  return Int32Array.from(words, (word) => idOf(word.folded));
}

function rowsOf(tokens: readonly PivotToken[]): Int32Array {
  let row = 0;
  return Int32Array.from(tokens, (token) => (isWord(token) ? row++ : -1));
}

function idsOfWords(
  atoms: Atoms,
  morphology: Morphology,
  idOf: (word: string) => number,
  facts: WordFacts | undefined,
): Int32Array {
  return Int32Array.from(atoms.words, ({ folded, first }) => {
    const key = morphology.key(folded);
    if (facts) {
      if (!facts.surface.has(key)) facts.surface.set(key, folded);
      if (!((atoms.bits[first] ?? 0) & ATOM.capital)) facts.lowerSource.add(key);
    }
    return idOf(key);
  });
}

function associationOf(
  texts: readonly Draft[],
  names: NameIndex,
  { use }: PrepareOptions,
): Association | undefined {
  if (!use.association || !texts.some(({ atoms }) => isDense(atoms))) return undefined;
  const sentences: DenseSentence[] = texts.map(({ atoms, tokens }) => ({
    pivot: tokens.filter((token) => token.capital && !token.stop).map((token) => token.folded),
    clusters: atoms.folded.map((folded, at) => ((atoms.bits[at] ?? 0) & ATOM.dense ? folded : "")),
  }));
  for (const [key, list] of names.entries()) {
    const words = key.split(" ");
    if (words.length < 2) continue;
    for (const { form, weight } of list) {
      if (weight === 1)
        sentences.push({
          pivot: words,
          clusters: [...form].map((character) => (/[\s·]/u.test(character) ? "" : character)),
        });
    }
  }
  return new Association(sentences);
}
