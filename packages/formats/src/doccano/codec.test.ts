import { describe, expect, it } from "vitest";
import { parse, write } from "../../test/support.ts";
import { doccanoCodec } from "./codec.ts";

const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

describe("a doccano export", () => {
  it("without relations gives spans of one text, and keeps further columns", () => {
    const file = lines(
      {
        id: 1,
        text: "👍 Bo is in Rome",
        label: [
          [2, 4, "PER"],
          [11, 15, "LOC"],
        ],
        Comments: [],
        source: "web",
      },
      { id: 2, text: "Rome", label: [], Comments: ["check"] },
    );
    const { records, bad } = parse(doccanoCodec, file);
    expect(bad).toEqual([]);
    expect(records).toMatchObject([
      {
        id: "1",
        annotation: {
          pivotText: "",
          spans: [
            { id: "s1", start: 2, end: 4, label: "PER" },
            { id: "s2", start: 11, end: 15, label: "LOC" },
          ],
        },
        meta: { extra: { source: "web" } },
      },
      { id: "2", meta: { extra: { Comments: ["check"] } } },
    ]);
  });

  it("with two texts gives links; a relation within one text is left out with a warning", () => {
    const entity = (id: number, label: string, start_offset: number, end_offset: number) => ({
      id,
      label,
      start_offset,
      end_offset,
    });
    const file = lines({
      text: "安见了博\nAnn met Bo",
      source_length: 4,
      entities: [entity(11, "PER", 0, 1), entity(12, "PER", 3, 4), entity(13, "PER", 5, 8)],
      relations: [
        { id: 0, from_id: 13, to_id: 11, type: "projects_to" },
        { id: 1, from_id: 11, to_id: 12, type: "knows" },
      ],
      Comments: [],
    });
    const { records, remarks } = parse(doccanoCodec, file);
    expect(records[0]?.annotation).toMatchObject({
      sourceText: "安见了博",
      pivotText: "Ann met Bo",
      spans: [{ id: "11" }, { id: "12" }, { id: "13", side: "pivot", start: 0, end: 3 }],
      links: [{ pivot: "13", source: "11" }],
    });
    expect(remarks.map(({ code }) => code)).toEqual(["link_sides"]);
    expect(write(doccanoCodec, records).text).toBe(
      '{"text":"安见了博\\nAnn met Bo","source_length":4,"entities":[' +
        '{"id":11,"label":"PER","start_offset":0,"end_offset":1},' +
        '{"id":12,"label":"PER","start_offset":3,"end_offset":4},' +
        '{"id":13,"label":"PER","start_offset":5,"end_offset":8}],' +
        '"relations":[{"id":0,"from_id":13,"to_id":11,"type":"projects_to"}]}\n',
    );
  });

  it("of a project whose pages count UTF-16 units says the same once that is chosen", () => {
    const file = lines({
      text: "👍 Bo\n👍 Bo",
      source_length: 4,
      label: [
        [3, 5, "PER"],
        [9, 11, "PER"],
      ],
    });
    const { records } = parse(doccanoCodec, file, { options: { offsets: "utf16" } });
    expect(records[0]?.annotation.spans).toMatchObject([
      { side: "source", start: 2, end: 4 },
      { side: "pivot", start: 2, end: 4 },
    ]);
    expect(parse(doccanoCodec, file).bad).toHaveLength(1);
  });

  it.each([
    ["a span over both texts", { source_length: 1, label: [[0, 3, "PER"]] }, "outside_text"],
    ["a source that ends in the middle of a word", { source_length: 2 }, "outside_text"],
    ["a pair for a triple", { label: [[0, 1]] }, "wrong_type"],
    [
      "a label twice",
      {
        label: [
          [0, 1, "PER"],
          [0, 1, "PER"],
        ],
      },
      "duplicate_span",
    ],
    ["a relation to nowhere", { relations: [{ from_id: 1, to_id: 2 }] }, "unknown_id"],
  ])("with %s is a bad row", (_, more, code) => {
    const { bad } = parse(doccanoCodec, lines({ text: "a\nbc", ...more }));
    expect(bad[0]?.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });
});
