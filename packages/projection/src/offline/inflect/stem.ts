import { scriptOf } from "@spanbridge/shared";
import { fold } from "../text/fold.ts";

/** Korean particles that follow a noun without a space, longest first where one begins another. */
const JOSA =
  "에서는 에서의 에서도 으로는 으로의 에게서 으로서 으로써 이라는 이라고 에서 에게 으로 이라 라는 라고 까지 부터 처럼 보다 만을 에는 에도 과의 와의 이나 이란 께서 한테 하고 이며 이자 이다 은 는 이 가 을 를 의 에 와 과 로 도 만 나 란 며 인".split(
    " ",
  );

const PARTICLES: ReadonlySet<string> = new Set(JOSA);
const NO_PARTICLES: ReadonlySet<string> = new Set();

/** What follows a name without a space though it is a word of its own. */
export const particlesOf = (language: string): ReadonlySet<string> =>
  /^ko(?:-|$)/.test(language) ? PARTICLES : NO_PARTICLES;

/** Endings of names in inflecting languages, longest first; what stays has at least three letters. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  ru: "скими ского скому скими ский ская ское ские ской ских ском скую ями ами ого ому ыми ими его ему ией иею ов ев ом ем ой ей ою ам ям ах ях ый ий ая яя ое ее ые ие ую юю ых их ым им ии ию ия ью а я у ю ы и е о ь й".split(
    " ",
  ),
  uk: "ського ською ський ська ські ами ями ого ому ові еві ою ею ів їв ом ем ам ям ах ях ий ій ую ої і а я у ю и е о ь ї".split(
    " ",
  ),
  de: "schen sches scher schem sche ern ens ers es er en em s n e".split(" "),
  hi: "ियों ाओं ों ें ीय ी े ा".split(" "),
  tr: "'nin 'nın 'nun 'nün 'de 'da 'ye 'ya lar ler nin nın de da".split(" "),
  ka: "ების ებით ებში იდან ისთვის ელი ური ული ის ით ად მა ში ზე ს ი".split(" "),
  ar: "ية يه ات ون ين ي ه".split(" "),
  he: "ית ים ות י".split(" "),
  fa: "های ها ی".split(" "),
  am: "ዎች ኦች ን ም ና ው ት".split(" "),
  el: "ους ων ος ου ον ας ης ες οι α η ο ι".split(" "),
};
for (const [like, language] of [
  ["ru", "bg"],
  ["uk", "be"],
  ["ru", "sr"],
  ["ru", "mk"],
] as const) {
  Object.assign(ENDINGS, { [language]: ENDINGS[like] });
}

const ARABIC_CLITIC = /^(?:[وف]?(?:[بك]?ال|لل)|[وف])(?=...)/u;
const HEBREW_CLITIC = /^[והבלמש]{1,2}(?=...)/u;

/** What the engine knows about how words change in a language. */
export type Morphology = {
  readonly endings: readonly string[];
  readonly josa: ReadonlySet<string>;
  /** The word as the aligner counts it. */
  readonly key: (folded: string) => string;
  readonly cased: boolean;
  readonly german: boolean;
  readonly base: string;
  readonly script: string;
};

export function morphologyOf(language: string): Morphology {
  const base = new Intl.Locale(language).language;
  const script = scriptOf(language);
  // Words are compared folded, and so are the endings.
  const endings = [...new Set((ENDINGS[base] ?? []).map(fold))];
  return {
    endings,
    josa: particlesOf(language),
    key: keyOf(base, script),
    cased: ["Latn", "Cyrl", "Grek", "Armn"].includes(script),
    german: base === "de",
    base,
    script,
  };
}

function keyOf(base: string, script: string): (folded: string) => string {
  if (base === "ko") return withoutJosa;
  if (base === "ar") return (folded) => folded.replace(ARABIC_CLITIC, "");
  if (base === "he") return (folded) => folded.replace(HEBREW_CLITIC, "");
  if (script === "Cyrl" || script === "Geor" || ["pl", "cs", "fi", "hu", "tr", "el", "hy"].includes(base)) {
    return (folded) => (folded.length > 6 ? folded.slice(0, 6) : folded);
  }
  return (folded) => folded;
}

function withoutJosa(folded: string): string {
  for (const josa of JOSA) {
    if (folded.length - josa.length >= 2 && folded.endsWith(josa)) return folded.slice(0, -josa.length);
  }
  return folded;
}

/** A folded word and what stays of it without one known ending, longest first. */
export function stems(folded: string, morphology: Morphology): string[] {
  const found = [folded];
  for (const ending of morphology.endings) {
    if (folded.length - ending.length >= 3 && folded.endsWith(ending)) {
      found.push(folded.slice(0, -ending.length));
      if (found.length === 4) break;
    }
  }
  return found;
}

/** Whether a source word can be a form of a dictionary word: the same but for endings. */
export function sameLexeme(word: string, dictionary: string, morphology: Morphology): boolean {
  if (word === dictionary) return true;
  if (morphology.endings.length === 0) return false;
  const shorter = Math.min(word.length, dictionary.length);
  if (shorter < 3 || Math.abs(word.length - dictionary.length) > 4) return false;
  let same = 0;
  while (same < shorter && word[same] === dictionary[same]) same++;
  const wordRest = word.slice(same);
  const dictionaryRest = dictionary.slice(same);
  if (same < 3 || same < dictionary.length * 0.55) return false;
  return isEnding(wordRest, morphology) && isEnding(dictionaryRest, morphology);
}

const isEnding = (rest: string, morphology: Morphology): boolean =>
  rest === "" || rest.length <= 1 || morphology.endings.includes(rest);
