import type { Range, Text } from "@spanbridge/shared";
import type { WikipediaStep } from "@spanbridge/shared/contracts";
import { matchCopy, type Normaliser, normalisers } from "../../place/normalise.ts";
import { rangeIn } from "../../place/ranges.ts";
import { isSameButForAccents } from "./surface.ts";

const FOLDED: ReadonlySet<Normaliser> = new Set(normalisers.filter((name) => name !== "spaces"));
const SEPARATOR = "[·=\\s]";
const PART = "[\\p{L}\\p{M}'.-]";
const MOST_FURTHER = 4;

/**
 * A person's full name where the title has the usual one: the parts of the name in their order, with up to four further
 * ones between them (強尼·班奇 in 強尼·李·班奇), and nothing else. What stands before and behind is no letter.
 */
export function withMiddleNames(
  text: Text,
  name: string,
): { readonly range: Range; readonly steps: readonly WikipediaStep[] } | undefined {
  const parts = name.split(/[\s·・=＝]+/u).filter((part) => part !== "");
  if (parts.length < 2 || parts.length > 4 || parts.some((part) => !/\p{L}{2}/u.test(part))) return undefined;
  const copy = matchCopy(text.value, FOLDED);
  const folded = parts.map((part) => RegExp.escape(matchCopy(part, FOLDED).text));
  const between = `${SEPARATOR}+(?:${PART}+${SEPARATOR}+){0,${MOST_FURTHER}}`;
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}·])${folded.join(between)}(?![\\p{L}\\p{M}·])`, "u");
  const found = pattern.exec(copy.text);
  if (!found) return undefined;
  const range = rangeIn(text, copy, found.index, found.index + found[0].length);
  const written = text.slice(range).split(/[\s·・=＝‧･•]+/u);
  const kept = parts.every((part) => written.some((one) => isSameButForAccents(one, part)));
  return kept ? { range, steps: ["middle_names"] } : undefined;
}
