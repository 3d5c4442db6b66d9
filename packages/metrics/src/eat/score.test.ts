import { range, Text } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrarySpans, span } from "../../test/arbitraries.ts";
import { scoreSpans } from "../spans/score.ts";
import { eatTokenScore } from "./score.ts";
import { eatSentence } from "./sentence.ts";
import { labelSequence } from "./sequence.ts";

const seq = (text: string, entities: [string, string][], characters: boolean) =>
  labelSequence(
    text,
    entities.map(([words, label]) => ({ words, label })),
    characters,
  ).map((label) => label ?? "O");

describe("labelSequence, as the published code does it", () => {
  it("takes the first occurrence that is free", () => {
    expect(seq("a b a", [["a", "PER"]], false)).toEqual(["PER", "O", "O"]);
    expect(
      seq(
        "a b a",
        [
          ["a", "PER"],
          ["a", "LOC"],
        ],
        false,
      ),
    ).toEqual(["PER", "O", "LOC"]);
  });

  it("looks only at the first token and overwrites the rest", () => {
    expect(
      seq(
        "a b c",
        [
          ["b c", "PER"],
          ["a b", "LOC"],
        ],
        false,
      ),
    ).toEqual(["LOC", "LOC", "PER"]);
  });

  it("drops what is not there literally, and a number in parentheses", () => {
    expect(seq("в Москве", [["Москва", "LOC"]], false)).toEqual(["O", "O"]);
    expect(seq("Springfield liegt", [["Springfield ( 2 )", "LOC"]], false)).toEqual(["LOC", "O"]);
  });

  it("works on characters, where a name with a space is never found", () => {
    expect(seq("東京 𠮷", [["𠮷", "PER"]], true)).toEqual(["O", "O", "O", "PER"]);
    expect(seq("約翰 史密", [["約翰 史密", "PER"]], true)).toEqual(["O", "O", "O", "O", "O"]);
    expect(
      seq(
        "哈哈哈",
        [
          ["哈哈", "PER"],
          ["哈哈", "LOC"],
        ],
        true,
      ),
    ).toEqual(["PER", "PER", "O"]);
  });
});

describe("labelSequence in the character mode", () => {
  it("does not look for occurrences inside one that is taken", () => {
    expect(
      seq(
        "哈哈哈",
        [
          ["哈", "PER"],
          ["哈哈", "LOC"],
        ],
        true,
      ),
    ).toEqual(["PER", "O", "O"]);
  });
});

describe("eatTokenScore, worked by hand", () => {
  it("is F1 over labelled tokens, micro, macro over three labels, and weighted by gold tokens", () => {
    const score = eatTokenScore(
      [
        {
          text: "Anna Schmidt fährt nach Bonn",
          gold: [
            { words: "Anna Schmidt", label: "PER" },
            { words: "Bonn", label: "LOC" },
          ],
          predicted: [
            { words: "Anna", label: "PER" },
            { words: "Bonn", label: "LOC" },
          ],
        },
      ],
      { characters: false },
    );
    // PER: 1 of 1 said, 1 of 2 gold: 2/3. LOC: 1. ORG never occurs and still divides the macro.
    expect(score.micro).toBeCloseTo((2 * 2) / (2 + 3));
    expect(score.macro).toBeCloseTo((2 / 3 + 1) / 3);
    expect(score.weighted).toBeCloseTo((2 * (2 / 3) + 1) / 3);
  });

  it("skips sentences without gold, so that false positives there are free", () => {
    const right = { words: "Bonn", label: "LOC" };
    const score = eatTokenScore(
      [
        { text: "Bonn", gold: [right], predicted: [right] },
        { text: "Bonn", gold: [], predicted: [right] },
      ],
      { characters: false },
    );
    expect(score).toEqual({ micro: 1, macro: 1 / 3, weighted: 1, sentences: 1, skipped: 1 });
  });

  it("ignores labels other than its three, and stop words in predictions only", () => {
    const text = "` Bonn heute";
    const gold = [
      { words: "Bonn", label: "LOC" },
      { words: "heute", label: "DATE" },
    ];
    const predicted = [{ words: "` Bonn", label: "LOC" }];
    expect(eatTokenScore([{ text, gold, predicted }], { characters: false }).micro).toBe(1);
    expect(
      eatTokenScore([{ text, gold: predicted, predicted: gold }], { characters: false }).micro,
    ).toBeCloseTo(2 / 3);
  });

  it("forgives a wrong occurrence and a wrong boundary that strict F1 does not", () => {
    const text = new Text("東京大学と東京");
    const spans = {
      gold: [span(5, 7, "LOC"), span(0, 4, "ORG")],
      predicted: [span(0, 2, "LOC"), span(0, 3, "ORG")],
    };
    expect(scoreSpans([spans]).micro.f1).toBe(0);
    // Gold: the ORG comes first and takes 0-4, so that 東京 is found at 5. Prediction: LOC 0-2 blocks the ORG.
    const { micro } = eatTokenScore([eatSentence(text, spans)], { characters: true });
    expect(micro).toBe(0);
    const occurrence = { gold: [span(5, 7, "LOC")], predicted: [span(0, 2, "LOC")] };
    expect(scoreSpans([occurrence]).micro.f1).toBe(0);
    expect(eatTokenScore([eatSentence(text, occurrence)], { characters: true }).micro).toBe(1);
  });

  it("takes spans by tokens where there are tokens", () => {
    const text = new Text("In Bonn, dort");
    const tokens = [range(0, 2), range(3, 7), range(7, 8), range(9, 13)];
    expect(eatSentence(text, { gold: [span(3, 7, "LOC")], predicted: [span(3, 8, "LOC")] }, tokens)).toEqual({
      text: "In Bonn , dort",
      gold: [{ words: "Bonn", label: "LOC" }],
      predicted: [{ words: "Bonn ,", label: "LOC" }],
      characters: false,
    });
  });
});

describe("eatTokenScore, laws", () => {
  it("is perfect against itself, between 0 and 1, and blind to where an entity stands", () => {
    const text = new Text("abcabcabcabcab");
    fc.assert(
      fc.property(arbitrarySpans, arbitrarySpans, (gold, predicted) => {
        const self = eatTokenScore([eatSentence(text, { gold, predicted: gold })], { characters: true });
        expect(self.micro).toBe(self.sentences);
        const score = eatTokenScore([eatSentence(text, { gold, predicted })], { characters: true });
        for (const value of [score.micro, score.macro, score.weighted]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        // The text repeats every three characters: moved by three, a name has the same words.
        const moved = predicted
          .map((one) => span(one.start + 3, one.end + 3, one.label))
          .filter((one) => one.end <= 14);
        const kept = predicted.filter((one) => one.end + 3 <= 14);
        expect(eatTokenScore([eatSentence(text, { gold, predicted: moved })], { characters: true })).toEqual(
          eatTokenScore([eatSentence(text, { gold, predicted: kept })], { characters: true }),
        );
      }),
    );
  });
});
