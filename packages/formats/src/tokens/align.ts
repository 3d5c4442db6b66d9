import { err, ok, type Result, type Text, utf16 } from "@spanbridge/shared";
import type { TokenRange } from "../record.ts";

/** Tokens `from` to `to` (exclusive) that stand together for one word of the text: `an`, `dem` for `am`. */
export type Joined = { readonly from: number; readonly to: number; readonly surface: string };

export type Alignment = { readonly ranges: readonly TokenRange[]; readonly joined: readonly Joined[] };

/** Where the alignment stopped: at this token (their number when all were placed), and what the text has there. */
export type AlignmentError = { readonly token: number; readonly there: string };

/** What may stand between tokens: white space, and characters that show nothing. */
const GAP = /[\s\p{Cf}\p{Cc}]*/uy;
const LETTERS = /[\p{L}\p{M}\p{N}]+/uy;
/** A word with what is joined to it, up to white space, but not the punctuation behind it. */
const JOINED_WORD = /\S*[\p{L}\p{M}\p{N}]/uy;
const HAS_LETTER = /\p{L}/u;
const ENDS_IN_LETTER = /[\p{L}\p{M}\p{N}]$/u;

const MAX_JOINED = 4;

/**
 * Finds the tokens in their text, in order: each must be there literally, with nothing but white space between.
 *
 * Tokens of a treebank are syntactic words, and a contraction is several of them that are not in the text: they get the
 * range of the whole word, if the tokens around them fit.
 */
export function alignTokens(forms: readonly string[], text: Text): Result<Alignment, AlignmentError> {
  const { value } = text;
  /** UTF-16 ranges. */
  const found: [number, number][] = [];
  const joined: Joined[] = [];
  let cursor = 0;
  while (found.length < forms.length) {
    const place = placeOf(forms[found.length] ?? "", value, cursor);
    if (place !== -1) {
      cursor = place + (forms[found.length] ?? "").length;
      found.push([place, cursor]);
      continue;
    }
    const word = joinedWord(forms, value, found, cursor);
    if (!word) return err({ token: found.length, there: value.slice(skip(GAP, value, cursor)) });
    found.length = word.from;
    while (joined.length > 0 && (joined.at(-1)?.to ?? 0) > word.from) joined.pop();
    for (let token = word.from; token < word.to; token++) found.push([word.start, word.end]);
    joined.push({ from: word.from, to: word.to, surface: value.slice(word.start, word.end) });
    cursor = word.end;
  }
  const rest = skip(GAP, value, cursor);
  if (rest < value.length) return err({ token: forms.length, there: value.slice(rest) });
  const ranges = found.map(
    ([start, end]): TokenRange => [text.toCodePoint(utf16(start)), text.toCodePoint(utf16(end))],
  );
  return ok({ ranges, joined });
}

/** UTF-16 position of a token at the cursor or behind what may stand before it, where that is not its own beginning; or -1. */
function placeOf(form: string, value: string, cursor: number): number {
  const last = skip(GAP, value, cursor);
  for (let place = cursor; place <= last; place++) if (value.startsWith(form, place)) return place;
  return -1;
}

type Word = { readonly from: number; readonly to: number; readonly start: number; readonly end: number };

/** The contraction that explains why the next token is not at the cursor; it may have begun up to two tokens before. */
function joinedWord(
  forms: readonly string[],
  value: string,
  found: readonly (readonly [number, number])[],
  cursor: number,
): Word | undefined {
  for (let back = 0; back <= 2 && back <= found.length; back++) {
    const from = found.length - back;
    const start = skip(GAP, value, found[from - 1]?.[1] ?? 0);
    if (back === 0 && start < cursor) continue;
    if (start > 0 && ENDS_IN_LETTER.test(value.slice(Math.max(0, start - 2), start))) continue;
    for (let to = from + Math.max(2, back + 1); to <= Math.min(forms.length, from + MAX_JOINED); to++) {
      if (!forms.slice(from, to).every((form) => HAS_LETTER.test(form))) break;
      for (const pattern of [LETTERS, JOINED_WORD]) {
        const end = skip(pattern, value, start);
        const next = forms[to];
        const fits =
          next === undefined ? skip(GAP, value, end) === value.length : placeOf(next, value, end) !== -1;
        if (end > start && fits) return { from, to, start, end };
      }
    }
  }
  return undefined;
}

function skip(pattern: RegExp, value: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(value) ? pattern.lastIndex : from;
}
