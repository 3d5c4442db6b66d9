import { range } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { onText, tagEntities } from "./entities.ts";
import type { TagScheme } from "./scheme.ts";

/** "PER:0-2 LOC:2-3" for the entities of the tags, or the error's code. */
function read(tags: string, scheme: TagScheme): string {
  const found = tagEntities(tags === "" ? [] : tags.split(" "), scheme);
  if (!found.ok) return found.error.code;
  return found.value.map(({ label, start, end }) => `${label}:${start}-${end}`).join(" ");
}

describe("conlleval (seqeval's default mode)", () => {
  it.each([
    ["B-PER I-PER O B-LOC", "PER:0-2 LOC:3-4"],
    ["", ""],
    ["O O", ""],
    // Orphan I- and E- begin an entity.
    ["O I-PER I-PER O", "PER:1-3"],
    ["I-PER", "PER:0-1"],
    ["O E-PER O", "PER:1-2"],
    // A change of label ends one entity and begins the next.
    ["B-PER I-LOC", "PER:0-1 LOC:1-2"],
    ["I-PER I-LOC I-LOC", "PER:0-1 LOC:1-3"],
    // IOB1 and IOB2 read alike: B separates neighbours.
    ["I-PER B-PER", "PER:0-1 PER:1-2"],
    ["B-PER B-PER I-PER", "PER:0-1 PER:1-3"],
    // BIOES, complete or not.
    ["B-PER I-PER E-PER S-LOC", "PER:0-3 LOC:3-4"],
    ["B-PER I-PER O", "PER:0-2"],
    ["E-PER E-PER", "PER:0-1 PER:1-2"],
    ["S-PER I-PER", "PER:0-1 PER:1-2"],
    ["S-PER E-PER", "PER:0-1 PER:1-2"],
    ["E-PER I-PER", "PER:0-1 PER:1-2"],
    // Tags without a label; labels with a hyphen or in another script.
    ["B I O I", "_:0-2 _:3-4"],
    ["B-ORG-COMPANY I-ORG-COMPANY", "ORG-COMPANY:0-2"],
    ["B-組織 I-組織", "組織:0-2"],
    // Letters of another scheme, and things that are no tags.
    ["B-PER L-PER", "unknown_tag"],
    ["PER", "unknown_tag"],
    ["O-PER", "unknown_tag"],
    ["BPER", "unknown_tag"],
    ["constructor", "unknown_tag"],
  ])("%s → %s", (tags, entities) => expect(read(tags, "conlleval")).toBe(entities));
});

describe("strict IOB2", () => {
  it.each([
    ["B-PER", "PER:0-1"],
    ["I-PER", ""],
    ["O I-PER", ""],
    ["I-PER I-PER", ""],
    ["I-PER B-PER", "PER:1-2"],
    ["B-PER I-PER", "PER:0-2"],
    ["B-PER I-LOC", "PER:0-1"],
    ["B-PER I-LOC I-PER", "PER:0-1"],
    ["B-PER B-PER", "PER:0-1 PER:1-2"],
    ["B-PER B-ORG", "PER:0-1 ORG:1-2"],
    ["B I B", "_:0-2 _:2-3"],
    ["B-PER E-PER", "unknown_tag"],
    ["S-PER", "unknown_tag"],
  ])("%s → %s", (tags, entities) => expect(read(tags, "iob2")).toBe(entities));
});

describe("strict IOB1: the trap of reading IOB2 data with it", () => {
  it.each([
    // IOB2 data lose their first token, or everything.
    ["B-PER I-PER", "PER:1-2"],
    ["B-PER", ""],
    ["B-PER B-ORG", ""],
    // Proper IOB1.
    ["I-PER I-PER O I-LOC", "PER:0-2 LOC:3-4"],
    ["I-PER B-PER", "PER:0-1 PER:1-2"],
    ["I-PER I-ORG", "PER:0-1 ORG:1-2"],
    ["I-PER B-ORG", "PER:0-1"],
    ["B-PER I-ORG", "ORG:1-2"],
    ["B-PER B-PER", "PER:1-2"],
    ["I-PER B-PER B-ORG", "PER:0-1"],
  ])("%s → %s", (tags, entities) => expect(read(tags, "iob1")).toBe(entities));
});

describe("strict BIOES and BILOU", () => {
  it.each([
    ["S-PER", "PER:0-1"],
    ["B-PER E-PER", "PER:0-2"],
    ["B-PER I-PER I-PER E-PER", "PER:0-4"],
    // Unfinished, orphaned, of two labels: nothing.
    ["B-PER I-PER O", ""],
    ["B-PER", ""],
    ["E-PER", ""],
    ["I-PER E-PER", ""],
    ["B-PER E-ORG", ""],
    ["B-PER I-ORG E-ORG", ""],
    ["B-PER S-PER", "PER:1-2"],
    ["B-PER B-PER E-PER", "PER:1-3"],
    ["S-PER E-PER S-LOC", "PER:0-1 LOC:2-3"],
    ["B-PER E-PER E-PER", "PER:0-2"],
  ])("%s → %s", (tags, entities) => {
    expect(read(tags, "bioes")).toBe(entities);
    expect(read(tags.replaceAll("E-", "L-").replaceAll("S-", "U-"), "bilou")).toBe(entities);
  });

  it("do not know each other's letters", () => {
    expect(read("B-PER L-PER", "bioes")).toBe("unknown_tag");
    expect(read("B-PER E-PER", "bilou")).toBe("unknown_tag");
  });
});

describe("strict IOE2", () => {
  it.each([
    ["E-PER", "PER:0-1"],
    ["I-PER", ""],
    ["I-PER E-PER", "PER:0-2"],
    ["I-PER E-ORG", "ORG:1-2"],
    ["E-PER E-PER", "PER:0-1 PER:1-2"],
    ["E-PER I-PER", "PER:0-1"],
    ["B-PER", "unknown_tag"],
  ])("%s → %s", (tags, entities) => expect(read(tags, "ioe2")).toBe(entities));
});

describe("onText", () => {
  it("turns tokens into code points", () => {
    const tokens = [range(0, 3), range(4, 8), range(8, 9)];
    expect(onText([{ start: 0, end: 2, label: "PER" }], tokens)).toEqual([{ ...range(0, 8), label: "PER" }]);
  });
});
