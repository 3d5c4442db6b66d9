import { type Range, rangesOverlap, type Text } from "@spanbridge/shared";
import type { LabelledRange, SpanPair } from "../spans/span.ts";

/** An entity as EAT's files hold it: its words and label, without a place. */
export type EatEntity = { readonly words: string; readonly label: string };

/** `text`: tokens joined by single spaces, or in the character mode (zh, ja) the sentence itself. */
export type EatSentence = {
  readonly text: string;
  readonly gold: readonly EatEntity[];
  readonly predicted: readonly EatEntity[];
  /** Whether its text is characters rather than tokens; where it is not said, as the scorer was told. */
  readonly characters?: boolean;
};

/**
 * Our spans in the shape that EAT's score takes: what is lost is where an entity stands. With tokens, each span becomes
 * the tokens it touches, joined by spaces; without (the character mode) its characters.
 */
export function eatSentence(text: Text, spans: SpanPair, tokens?: readonly Range[]): EatSentence {
  const wordsOf = (span: Range): string =>
    tokens
      ? tokens
          .filter((token) => rangesOverlap(token, span))
          .map((token) => text.slice(token))
          .join(" ")
      : text.slice(span);
  const entities = (list: readonly LabelledRange[]): EatEntity[] =>
    [...list]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((span) => ({ words: wordsOf(span), label: span.label }));
  return {
    text: tokens ? tokens.map((token) => text.slice(token)).join(" ") : text.value,
    gold: entities(spans.gold),
    predicted: entities(spans.predicted),
    characters: tokens === undefined,
  };
}
