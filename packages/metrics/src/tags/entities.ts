import { err, ok, type Range, type Result, range } from "@spanbridge/shared";
import type { LabelledRange } from "../spans/span.ts";
import { TagAlphabet } from "./alphabet.ts";
import { type TagError, unknownTag } from "./error.ts";
import { COMPLETE, INSIDE, START, type TagScheme, transition, transitionTable } from "./scheme.ts";

/** A labelled range counted in tokens, not in code points. */
export type TokenSpan = { readonly start: number; readonly end: number; readonly label: string };

/** The entities of one sentence in reading order, half-open, in tokens. They never overlap. */
export function tagEntities(
  tags: readonly string[],
  scheme: TagScheme,
): Result<readonly TokenSpan[], TagError> {
  const alphabet = new TagAlphabet(scheme);
  const codes = new Int32Array(tags.length + 1);
  const unknown = alphabet.encode(tags, codes);
  if (unknown !== -1) return err(unknownTag(scheme, "gold", 0, unknown, tags[unknown] ?? ""));
  const table = transitionTable(scheme);
  const found: TokenSpan[] = [];
  let start = -1;
  let before = 0;
  for (const [index, code] of codes.entries()) {
    const bits = table[transition(before & 7, code & 7, before >> 3 === code >> 3)] ?? 0;
    if (start !== -1 && !(bits & INSIDE)) {
      if (bits & COMPLETE) found.push({ start, end: index, label: alphabet.labels[before >> 3] ?? "" });
      start = -1;
    }
    if (start === -1 && bits & START) start = index;
    before = code;
  }
  return ok(found);
}

/** Token spans as ranges of the text, given each token's range in code points: what the span scores take. */
export function onText(entities: readonly TokenSpan[], tokens: readonly Range[]): readonly LabelledRange[] {
  return entities.flatMap(({ start, end, label }) => {
    const first = tokens[start];
    const last = tokens[end - 1];
    return first && last ? [{ ...range(first.start, last.end), label }] : [];
  });
}
