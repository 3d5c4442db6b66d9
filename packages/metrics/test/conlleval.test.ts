import { describe, expect, it } from "vitest";
import { tagEntities } from "../src/index.ts";

/** Chunks by the begin and end rules of the CoNLL-2000 script, spelled out one by one; [label, start, end]. */
function chunks(tags: readonly string[]): [string, number, number][] {
  const found: [string, number, number][] = [];
  let before = "O";
  let type = "";
  let start = 0;
  for (const [index, tag] of [...tags, "O"].entries()) {
    const letter = tag.charAt(0);
    const label = tag === "O" ? "" : tag.slice(2) || "_";
    const ends =
      ["BB", "BO", "IB", "IO", "BS", "IS"].includes(before + letter) ||
      before === "E" ||
      before === "S" ||
      (before !== "O" && type !== label);
    const starts =
      letter === "B" ||
      letter === "S" ||
      ["OI", "OE", "EI", "EE", "SI", "SE"].includes(before + letter) ||
      (letter !== "O" && type !== label);
    if (ends) found.push([type, start, index]);
    if (starts) start = index;
    before = letter;
    type = label;
  }
  return found;
}

describe("conlleval", () => {
  it("reads all 16,105 sequences of up to four tags as the script's rules do", () => {
    const tags = ["O", "B", "I", ...["B", "I", "E", "S"].flatMap((letter) => [`${letter}-X`, `${letter}-Y`])];
    let sequences: string[][] = [[]];
    let count = 0;
    const wrong: string[] = [];
    for (let length = 0; length <= 4; length++) {
      for (const sequence of sequences) {
        count++;
        const read = tagEntities(sequence, "conlleval");
        const got = read.ok && read.value.map(({ label, start, end }) => [label, start, end]);
        if (JSON.stringify(got) !== JSON.stringify(chunks(sequence))) wrong.push(sequence.join(" "));
      }
      sequences = sequences.flatMap((sequence) => tags.map((tag) => [...sequence, tag]));
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(16_105);
  });
});
