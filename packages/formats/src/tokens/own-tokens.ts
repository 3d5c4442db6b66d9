import { codePoint, graphemeBoundaries, type Text } from "@spanbridge/shared";
import type { TokenRange } from "../record.ts";
import type { OnText } from "./fit.ts";
import { isVisible, tokenise } from "./tokenise.ts";

/** Tokens that we make: the words of the language, or one for each character as people see it. */
export function ownTokens(text: Text, language: string, characters: boolean): OnText {
  const ranges = characters ? charactersOf(text) : tokenise(text, language);
  return { ranges, forms: ranges.map((token) => sliceOf(text, token)) };
}

function charactersOf(text: Text): TokenRange[] {
  const edges = graphemeBoundaries(text);
  const ranges: TokenRange[] = [];
  for (let index = 1; index < edges.length; index++) {
    const [start, end] = [edges[index - 1] ?? 0, edges[index] ?? 0];
    if (isVisible(text, start, end)) ranges.push([start, end]);
  }
  return ranges;
}

export const sliceOf = (text: Text, [start, end]: TokenRange): string =>
  text.slice({ start: codePoint(start), end: codePoint(end) });
