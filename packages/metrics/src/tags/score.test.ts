import { range } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreSpans } from "../spans/score.ts";
import { onText, tagEntities } from "./entities.ts";
import { lettersOf, type TagScheme, tagSchemes } from "./scheme.ts";
import { scoreTags, TagScorer } from "./score.ts";

const micro = (gold: string[][], predicted: string[][], scheme?: TagScheme) => {
  const report = scoreTags(gold, predicted, scheme);
  if (!report.ok) throw new Error(report.error.message);
  const { correct, predicted: said, gold: right } = report.value.micro;
  return [correct, said, right];
};

describe("scoreTags, worked by hand", () => {
  it("scores seqeval's own example as it does", () => {
    const gold = [
      ["O", "O", "O", "B-MISC", "I-MISC", "I-MISC", "O"],
      ["B-PER", "I-PER", "O"],
    ];
    const predicted = [
      ["O", "O", "B-MISC", "I-MISC", "I-MISC", "I-MISC", "O"],
      ["B-PER", "I-PER", "O"],
    ];
    const report = scoreTags(gold, predicted);
    expect(report).toMatchObject({
      ok: true,
      value: {
        segments: 2,
        micro: { f1: 0.5 },
        macro: { f1: 0.5 },
        weighted: { f1: 0.5 },
        perLabel: { MISC: { correct: 0, predicted: 1, gold: 1 }, PER: { correct: 1, predicted: 1, gold: 1 } },
      },
    });
  });

  it("forgives orphan I- by default and ignores it in strict mode", () => {
    const gold = [["O", "B-PER", "I-PER"]];
    const predicted = [["O", "I-PER", "I-PER"]];
    expect(micro(gold, predicted)).toEqual([1, 1, 1]);
    expect(micro(gold, predicted, "iob2")).toEqual([0, 0, 1]);
  });

  it("reads B-PER I-LOC as two entities by default, as one in strict mode", () => {
    expect(micro([["B-PER", "B-LOC"]], [["B-PER", "I-LOC"]])).toEqual([2, 2, 2]);
    expect(micro([["B-PER", "B-LOC"]], [["B-PER", "I-LOC"]], "iob2")).toEqual([1, 1, 2]);
  });

  it("does not run an entity over the end of a sentence", () => {
    expect(micro([["B-PER"], ["I-PER"]], [["B-PER"], ["B-PER"]])).toEqual([2, 2, 2]);
  });

  it("counts what is said in sentences without entities", () => {
    expect(micro([["O", "O"], ["B-PER"]], [["B-LOC", "I-LOC"], ["B-PER"]])).toEqual([1, 2, 1]);
    expect(micro([[]], [[]])).toEqual([0, 0, 0]);
  });

  it("does not take an entity for right whose beginning is wrong", () => {
    expect(micro([["B-PER", "I-PER", "I-PER"]], [["O", "B-PER", "I-PER"]])).toEqual([0, 1, 1]);
    expect(micro([["B-PER", "I-PER"]], [["B-PER", "B-PER"]])).toEqual([0, 2, 1]);
  });
});

describe("scoreTags, errors", () => {
  it("are typed, and nothing of a refused sentence is counted", () => {
    expect(scoreTags([["O"], ["O", "O"]], [["O"], ["O"]])).toMatchObject({
      error: { code: "tokens_differ", sentence: 1, gold: 2, predicted: 1 },
    });
    expect(scoreTags([["O"]], [["O"], ["O"], ["O"]])).toMatchObject({
      error: { code: "sentences_differ", gold: 1, predicted: 3 },
    });
    expect(scoreTags([["O"], ["O"]], [])).toMatchObject({
      error: { code: "sentences_differ", gold: 2, predicted: 0 },
    });
    const scorer = new TagScorer("iob2");
    expect(scorer.add(["B-PER", "O"], ["B-PER", "S-PER"])).toMatchObject({
      code: "unknown_tag",
      side: "predicted",
      sentence: 0,
      token: 1,
      tag: "S-PER",
    });
    expect(scorer.report()).toMatchObject({ segments: 0, micro: { gold: 0, predicted: 0 } });
  });
});

const sentencesOf = (scheme: TagScheme) => {
  const tag = fc.oneof(
    fc.constant("O"),
    fc
      .tuple(
        fc.constantFrom(...Object.keys(lettersOf[scheme]).filter((l) => l !== "O")),
        fc.constantFrom("A", "B"),
      )
      .map(([letter, label]) => `${letter}-${label}`),
  );
  const sentence = fc.array(fc.tuple(tag, tag), { maxLength: 8 });
  return fc.array(sentence, { maxLength: 4 });
};

describe("TagScorer, laws", () => {
  it.each(tagSchemes)("counts in one pass what the sets of entities have in common (%s)", (scheme) => {
    const entities = (tags: string[]) => {
      const found = tagEntities(tags, scheme);
      if (!found.ok) throw new Error(found.error.message);
      return onText(
        found.value,
        tags.map((_, index) => range(index, index + 1)),
      );
    };
    fc.assert(
      fc.property(sentencesOf(scheme), (sentences) => {
        const gold = sentences.map((sentence) => sentence.map(([tag]) => tag));
        const predicted = sentences.map((sentence) => sentence.map(([, tag]) => tag));
        const bySets = scoreSpans(
          gold.map((tags, index) => ({ gold: entities(tags), predicted: entities(predicted[index] ?? []) })),
        );
        expect(scoreTags(gold, predicted, scheme)).toEqual({ ok: true, value: bySets });
      }),
      { numRuns: 500 },
    );
  });

  it("scores encoded columns like strings", () => {
    fc.assert(
      fc.property(sentencesOf("conlleval"), (sentences) => {
        const scorer = new TagScorer();
        const gold = sentences.map((sentence) => sentence.map(([tag]) => tag));
        const predicted = sentences.map((sentence) => sentence.map(([, tag]) => tag));
        const column = (side: string[][]) =>
          Int32Array.from(side.flat(), (tag) => scorer.alphabet.codeOf(tag));
        const [goldColumn, predictedColumn] = [column(gold), column(predicted)];
        let from = 0;
        for (const { length } of gold) {
          scorer.addCodes(goldColumn, predictedColumn, from, from + length);
          from += length;
        }
        expect(scoreTags(gold, predicted)).toEqual({ ok: true, value: scorer.report() });
      }),
    );
  });
});
