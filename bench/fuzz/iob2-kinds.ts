import type { Random } from "../support/random.ts";
import { any, bad, good, type RowKind } from "./kinds.ts";

/** A sentence of the fixtures: comment lines, and token lines as columns. */
export type Sentence = { comments: string[]; tokens: string[][] };

export const sentenceText = ({ comments, tokens }: Sentence): string =>
  [...comments, ...tokens.map((columns) => columns.join("\t"))].join("\n");

const kind = (
  name: string,
  codes: readonly string[],
  change: (sentence: Sentence, random: Random, at: number) => unknown,
): RowKind<Sentence> => ({
  name,
  effect: bad(...codes),
  apply: (sentence, random) => {
    const at = random.below(sentence.tokens.length);
    return change(sentence, random, at) === undefined ? undefined : sentenceText(sentence);
  },
});

/** Changes one column of a token line. */
const column = (sentence: Sentence, at: number, index: number, value: string): unknown => {
  const columns = sentence.tokens[at];
  if (columns) columns[index] = value;
  return columns;
};

export const iob2Kinds: readonly RowKind<Sentence>[] = [
  kind("a column too few or too many", ["columns"], (sentence, random, at) =>
    random.next() < 0.5 ? sentence.tokens[at]?.pop() : sentence.tokens[at]?.push("-"),
  ),
  kind("a wrong index", ["token_index"], (sentence, random, at) =>
    column(sentence, at, 0, random.pick(["0", "x", "1-2", "1.1", "", String(at + 2)] as const)),
  ),
  kind("an unknown tag", ["tag"], (sentence, random, at) =>
    column(sentence, at, 2, random.pick(["X", "", "PER", "U-PER", "b-PER", "o", "-"] as const)),
  ),
  kind("an unknown label", ["unknown_label"], (sentence, random, at) =>
    column(sentence, at, 2, random.pick(["B-GPE", "B-", "I-per", "B-__proto__"] as const)),
  ),
  kind("an empty token", ["empty"], (sentence, random, at) =>
    column(sentence, at, 1, random.pick(["", " ", "\u3000"] as const)),
  ),
  kind("a token that is not in the text", ["token_not_found"], (sentence, _, at) =>
    column(sentence, at, 1, "☃☃"),
  ),
  kind("text that goes on", ["text_left"], (sentence) => {
    sentence.comments = sentence.comments.map((line) => (line.startsWith("# text =") ? `${line} ☃` : line));
    return sentence;
  }),
  kind("no tokens", ["no_tokens"], (sentence) => {
    sentence.tokens = [];
    return sentence;
  }),
  kind("a comment given twice", ["duplicate_comment"], (sentence) =>
    sentence.comments.push(sentence.comments.find((line) => line.startsWith("# text =")) ?? ""),
  ),
  kind("the character NUL", ["nul_character"], (sentence, _, at) => column(sentence, at, 4, "a\0")),
  kind("an id too long", ["too_long"], (sentence) => {
    sentence.comments = sentence.comments.filter((line) => !line.startsWith("# sent_id"));
    return sentence.comments.push(`# sent_id = ${"x".repeat(600)}`);
  }),
  {
    name: "spaces for tabs",
    effect: bad("columns"),
    apply: (sentence) => sentenceText(sentence).replaceAll("\t", " "),
  },
  {
    name: "lines out of order",
    effect: any,
    apply: (sentence, random) => {
      const lines = sentenceText(sentence).split("\n");
      lines.splice(random.below(lines.length), 0, ...lines.splice(random.below(lines.length), 1));
      return lines.join("\n");
    },
  },
  {
    name: "good: an I- that continues nothing",
    effect: good,
    apply: (sentence) => sentenceText(sentence).replaceAll("\tB-", "\tI-"),
  },
  {
    name: "good: no text line",
    effect: good,
    apply: (sentence) => {
      sentence.comments = sentence.comments.filter((line) => !line.startsWith("# text ="));
      return sentenceText(sentence);
    },
  },
  {
    name: "good: comments of its own",
    effect: good,
    apply: (sentence) => `# newpar\n# text_en = x\n#\n${sentenceText(sentence)}`,
  },
  { name: "good: as it is", effect: good, apply: sentenceText },
];
