import { EatScorer, eatSentence, iob2Tags, type SpanReport, TagScorer } from "@spanbridge/metrics";
import { codePoint, type Range, range, type Side, Text, words } from "@spanbridge/shared";
import type { SystemFigures } from "@spanbridge/shared/contracts";
import type { ComparedRow } from "../db/evaluation-rows.ts";
import type { Judgement } from "./judge.ts";

/** EAT's published evaluation works on characters for these. */
const BY_CHARACTER = new Set(["zh", "ja"]);

type TokenSource = keyof SystemFigures["compatibility"]["tokens"];
type Tokens = { readonly source: TokenSource; readonly ranges: readonly Range[] };

/** The scores that other programs compute over tokens: conlleval, seqeval, EAT. */
export class TokenScorers {
  readonly #side: Side;
  readonly #language: string;
  readonly #conlleval = new TagScorer("conlleval");
  readonly #strict = new TagScorer("iob2");
  readonly #eat = new EatScorer({ characters: false });
  readonly #sources: Record<TokenSource, number> = { imported: 0, words: 0, characters: 0 };
  #left = 0;
  #widened = 0;

  /** `language`: of the compared side, in segments that have none of their own. */
  constructor(side: Side, language: string) {
    this.#side = side;
    this.#language = language;
  }

  add({ spans }: Judgement, row: ComparedRow, text: string): void {
    if (spans.gold.length === 0 && spans.predicted.length === 0) {
      // Nothing to put on tokens: no entity, and for EAT a sentence to skip.
      this.#conlleval.add([], []);
      this.#strict.add([], []);
      this.#eat.add({ text, gold: [], predicted: [] });
      return;
    }
    const addressed = new Text(text);
    const language = (this.#side === "source" ? row.sourceLang : null) ?? this.#language;
    const byCharacter = BY_CHARACTER.has(language.split("-", 1)[0]?.toLowerCase() ?? "");
    const tokens = tokensOf(addressed, row, byCharacter ? null : language);
    this.#sources[tokens.source]++;
    const gold = iob2Tags(spans.gold, tokens.ranges);
    const predicted = iob2Tags(spans.predicted, tokens.ranges);
    this.#left += gold.left + predicted.left;
    this.#widened += gold.widened + predicted.widened;
    for (const scorer of [this.#conlleval, this.#strict]) {
      const error = scorer.add(gold.tags, predicted.tags);
      if (error) throw new Error(`Tags made of spans are refused: ${error.message}`);
    }
    this.#eat.add(eatSentence(addressed, spans, byCharacter ? undefined : tokens.ranges));
  }

  report(): SystemFigures["compatibility"] {
    return {
      conlleval: tagFigures(this.#conlleval.report()),
      strictIob2: tagFigures(this.#strict.report()),
      eat: this.#eat.report(),
      tokens: { ...this.#sources },
      notOnTokens: this.#left,
      widened: this.#widened,
    };
  }
}

/** Imported ones, else words of a language, else (null) characters. */
function tokensOf(text: Text, { tokens }: ComparedRow, language: string | null): Tokens {
  if (tokens) {
    const ranges = tokens
      .map(([start, end]) => range(start, end))
      // Parts of a contraction share their place; tags are about places.
      .filter((one, at, all) => one.start >= (all[at - 1]?.end ?? 0));
    return { source: "imported", ranges };
  }
  if (language !== null) return { source: "words", ranges: wordsOf(text, language) };
  const ranges = Array.from({ length: text.length }, (_, at) => range(at, at + 1));
  return { source: "characters", ranges };
}

/** Words and marks; white space is no token. */
function wordsOf(text: Text, language: string): Range[] {
  return [...words(text, language)].filter(
    ({ start, end }) => text.slice({ start: codePoint(start), end: codePoint(end) }).trim() !== "",
  );
}

const tagFigures = ({ micro, macro, weighted }: SpanReport) => ({ micro, macro, weighted });
