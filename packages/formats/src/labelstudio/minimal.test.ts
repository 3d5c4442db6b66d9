import { describe, expect, it } from "vitest";
import { bytesOf, parse } from "../../test/support.ts";
import { detectFormat } from "../detect.ts";
import { labelStudioCodec } from "./codec.ts";

const region = (start: number, end: number, text: string, ...labels: string[]) => ({
  start,
  end,
  text,
  labels,
});
const bookkeeping = {
  annotator: 1,
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
  lead_time: 4.2,
};
const texts = { en: "Ann met Bo 👍 in Rome", src: "安见了博 👍 在罗马" };

/** As Label Studio exports JSON_MIN: data and answers side by side. */
const rows = [
  {
    ...texts,
    genre: "news",
    id: 7,
    en_ner: [region(0, 3, "Ann", "PER"), region(16, 20, "Rome", "LOC")],
    src_ner: [region(0, 1, "安", "PER"), region(8, 10, "罗马", "LOC")],
    quality: "good",
    ...bookkeeping,
    annotation_id: 5,
  },
  { ...texts, id: 8, ner: [region(8, 10, "Bo", "PER")], ...bookkeeping, annotation_id: 6 },
  { ...texts, id: 9, ...bookkeeping, annotation_id: null, lead_time: null },
];

describe("Label Studio's JSON_MIN", () => {
  it("is recognised and read with both texts; what it cannot hold is said", () => {
    const json = JSON.stringify(rows, null, 2);
    expect(detectFormat("project-1.json", bytesOf(json))?.codec.id).toBe("labelstudio");
    const { records, bad, remarks } = parse(labelStudioCodec, json);
    expect(bad).toEqual([]);
    expect(remarks.map(({ row, message }) => [row, message])).toEqual([
      [2, expect.stringContaining("holds no relations, scores or ids of regions")],
    ]);
    expect(records).toMatchObject([
      {
        id: "7",
        annotation: {
          sourceText: texts.src,
          pivotText: texts.en,
          review: { state: "accepted" },
          spans: [
            { side: "source", start: 0, end: 1, label: "PER" },
            { side: "source", start: 8, end: 10, label: "LOC" },
            { side: "pivot", start: 0, end: 3, label: "PER" },
            { side: "pivot", start: 16, end: 20, label: "LOC" },
          ],
          links: [],
        },
        meta: { extra: { genre: "news", quality: "good" } },
      },
      { id: "8", annotation: { spans: [{ side: "pivot", start: 8, end: 10 }] } },
      { id: "9", annotation: { review: { state: "pending" }, spans: [] } },
    ]);
  });

  it("says when regions are in neither text, and when the file counts UTF-16 units", () => {
    const wrong = [{ ...texts, id: 1, x: [region(0, 3, "Bob", "PER")], ...bookkeeping, annotation_id: 1 }];
    expect(parse(labelStudioCodec, JSON.stringify(wrong)).bad[0]?.[0]?.code).toBe("unknown_id");
    const units = [{ ...texts, id: 1, x: [region(17, 21, "Rome", "LOC")], ...bookkeeping, annotation_id: 1 }];
    const { records } = parse(labelStudioCodec, JSON.stringify(units), { options: { offsets: "utf16" } });
    expect(records[0]?.annotation.spans).toMatchObject([{ side: "pivot", start: 16, end: 20 }]);
  });

  it("takes a region with two labels as two spans", () => {
    const row = { text: "Rome", id: 1, label: [region(0, 4, "Rome", "LOC", "ORG")], ...bookkeeping };
    const { records } = parse(labelStudioCodec, JSON.stringify([{ ...row, annotation_id: 1 }]));
    expect(records[0]?.annotation.spans.map(({ label }) => label)).toEqual(["LOC", "ORG"]);
  });
});
