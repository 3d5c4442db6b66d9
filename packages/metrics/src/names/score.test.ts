import { describe, expect, it } from "vitest";
import { type KnownName, scoreNames } from "./score.ts";

const name = (segment: string, renderings: string[], translation: string, label?: string): KnownName => ({
  segment,
  renderings,
  translation,
  ...(label === undefined ? {} : { label }),
});

describe("scoreNames", () => {
  it("is the share of names of which some rendering stands in the translation, case folded", () => {
    const names = [
      name("n1", ["Tokyo", "Tōkyō"], "They met in TOKYO.", "LOC"),
      name("n2", ["Straße des 17. Juni"], "On the STRASSE DES 17. JUNI", "LOC"),
      name("n3", ["Kim Jong-un"], "Kim Jung-eun spoke.", "PER"),
      name("n4", [], "Anything", "PER"),
    ];
    expect(scoreNames(names)).toEqual({
      rendered: 2,
      known: 4,
      rate: 1 / 2,
      perLabel: {
        LOC: { rendered: 2, known: 2, rate: 1 },
        PER: { rendered: 0, known: 2, rate: 0 },
      },
      missed: [names[2], names[3]],
    });
    expect(scoreNames([]).rate).toBe(0);
  });

  it("finds short names inside other words unless whole words are asked for", () => {
    const just = [name("n1", ["US"], "It is just so.")];
    expect(scoreNames(just).rendered).toBe(1);
    expect(scoreNames(just, "word").rendered).toBe(0);
    expect(scoreNames([name("n1", ["US"], "It is just the US's turn.")], "word").rendered).toBe(1);
    expect(scoreNames([name("n1", ["U.S."], "The U.S.")], "word").rendered).toBe(1);
    expect(scoreNames([name("n1", ["US"], "The bus stopped.")], "word").rendered).toBe(0);
    expect(scoreNames([name("n1", ["Anna"], "Annas Haus")], "word").rendered).toBe(0);
  });
});
