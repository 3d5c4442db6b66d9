import { describe, expect, it } from "vitest";
import { parse } from "../../test/support.ts";
import type { ParseOptions } from "../codec.ts";
import { iob2Codec } from "./codec.ts";

const options: Partial<ParseOptions> = { labels: new Set(["PER", "ORG", "LOC"]), sourceLang: "de" };

/** A sentence: comments, then "token tag" per token. */
const sentence = (comments: string[], ...tokens: string[]): string =>
  [
    ...comments.map((comment) => `# ${comment}`),
    ...tokens.map((token, index) => {
      const [form = "", tag = "O", annotator = "-"] = token.split(" ");
      return `${index + 1}\t${form}\t${tag}\t-\t${annotator}`;
    }),
    "",
    "",
  ].join("\n");

const spansOf = (text: string, more: Partial<ParseOptions> = {}) => {
  const { records, bad } = parse(iob2Codec, text, { ...options, ...more });
  expect(bad).toEqual([]);
  return records[0]?.annotation.spans.map(({ id, start, end, label }) => `${id} ${start}-${end} ${label}`);
};

describe("an .iob2 sentence", () => {
  it("has its entities at code points of its text", () => {
    const text = sentence(
      ["text = 👩‍💻 Ann Lee, Bonn."],
      "👩‍💻",
      "Ann B-PER",
      "Lee I-PER",
      ",",
      "Bonn B-LOC",
      ".",
    );
    expect(spansOf(text)).toEqual(["s1 4-11 PER", "s2 13-17 LOC"]);
    // The emoji is three code points, but five UTF-16 units.
    expect(parse(iob2Codec, text).records[0]?.meta?.tokens?.source?.ranges[1]).toEqual([4, 7]);
  });

  it("tells entities that touch apart", () => {
    const text = sentence(["text = Ann Lee Bonn"], "Ann B-PER", "Lee B-PER", "Bonn I-LOC");
    const { records, remarks } = parse(iob2Codec, text, options);
    expect(records[0]?.annotation.spans.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [4, 7],
      [8, 12],
    ]);
    // An I- that continues nothing is taken, but not in silence.
    expect(remarks).toMatchObject([{ severity: "warning", row: 4, field: "tag", code: "orphan_inside" }]);
  });

  it("belongs to the last document begun, by name, without one, or none at all", () => {
    const file = [
      sentence(["text = a", "sent_id = 1"], "a"),
      sentence(["newdoc id = d 1", "sent_id = 2", "text = a"], "a"),
      // A bad sentence begins a document all the same.
      sentence(["newdoc id = d2", "sent_id = 3", "text = b"], "a"),
      sentence(["sent_id = 4", "text = a"], "a"),
      sentence(["newdoc", "text = a"], "a"),
    ];
    const { records, bad } = parse(iob2Codec, file.join(""), options);
    expect(records.map(({ id, document }) => [id, document])).toEqual([
      ["1", null],
      ["2", "d 1"],
      ["4", "d2"],
      [null, null],
    ]);
    expect(bad).toHaveLength(1);
  });

  it("keeps other comments, those of the file's head with the first sentence", () => {
    const file = `# global.columns = ID FORM\n# made by hand\n\n${sentence(["text_en = x", "text = a"], "a")}`;
    const { records, totals } = parse(iob2Codec, file, options);
    expect(totals.rows).toBe(1);
    expect(records[0]?.meta?.extra).toEqual({
      comments: ["# global.columns = ID FORM", "# made by hand", "# text_en = x"],
    });
  });

  it("keeps who marked an entity", () => {
    const { records } = parse(
      iob2Codec,
      sentence(["text = Ann Lee"], "Ann B-PER linpq", "Lee I-PER linpq"),
      options,
    );
    expect(records[0]?.spanExtras).toEqual({ s1: { annotator: "linpq" } });
  });

  it.each([
    ["zh", "安见了博", "1-4 PER"],
    ["zh-TW", "安见了博", "1-4 PER"],
    ["th", "安见了博", "1-4 PER"],
    ["ko", "安 见 了博", "2-6 PER"],
    [null, "安 见 了博", "2-6 PER"],
  ])("without its text is joined as %s is written, with a warning", (sourceLang, text, span) => {
    const file = sentence(["sent_id = 1"], "安", "见 B-PER", "了博 I-PER");
    const { records, remarks } = parse(iob2Codec, file, { sourceLang });
    expect(records[0]?.annotation.sourceText).toBe(text);
    const spans = records[0]?.annotation.spans.map(({ start, end, label }) => `${start}-${end} ${label}`);
    expect(spans).toEqual([span]);
    expect(remarks.map(({ row, code }) => `${row} ${code}`)).toEqual(["1 text_missing"]);
  });

  it.each([
    [
      "am",
      "Er war am Ende.",
      ["Er", "war", "an", "dem", "Ende", "."],
      [
        [0, 2],
        [3, 6],
        [7, 9],
        [7, 9],
        [10, 14],
        [14, 15],
      ],
    ],
    // The first part stands in the text by itself: only the second one shows that there is a contraction.
    [
      "zum",
      "zum Ende",
      ["zu", "dem", "Ende"],
      [
        [0, 3],
        [0, 3],
        [4, 8],
      ],
    ],
    [
      "the last word",
      "Er geht zum.",
      ["Er", "geht", "zu", "dem", "."],
      [
        [0, 2],
        [3, 7],
        [8, 11],
        [8, 11],
        [11, 12],
      ],
    ],
    [
      "all there is",
      "zum",
      ["zu", "dem"],
      [
        [0, 3],
        [0, 3],
      ],
    ],
    [
      "three parts, with a hyphen",
      "dar-se-lhe isso",
      ["dar", "se", "lhe", "isso"],
      [
        [0, 10],
        [0, 10],
        [0, 10],
        [11, 15],
      ],
    ],
  ])("gives the parts of a contraction its place: %s", (_, text, forms, ranges) => {
    const { records, bad, remarks } = parse(iob2Codec, sentence([`text = ${text}`], ...forms), options);
    expect(bad).toEqual([]);
    expect(records[0]?.meta?.tokens?.source).toEqual({ ranges, forms });
    expect(remarks.map(({ code }) => code)).toEqual(["joined_tokens"]);
  });

  it.each([
    ["spaces of any kind", "a\u00a0b\u3000c  d", ["a", "b", "c", "d"]],
    ["invisible characters", "\u200fa\u200b b\u00ad", ["a", "b"]],
    ["tokens with spaces in them", "5 000 km", ["5 000", "km"]],
  ])("passes over %s", (_, text, forms) => {
    const lines = forms.map((form, index) => `${index + 1}\t${form}\tO\t-\t-`);
    const { records, bad } = parse(iob2Codec, `# text = ${text}\n${lines.join("\n")}\n`, options);
    expect(bad).toEqual([]);
    expect(records[0]?.annotation.sourceText).toBe(text);
  });
});

/** What is wrong, the sentence, and the line, field, code and part of the sentence it must be reported with. */
const cases: readonly (readonly [string, string, number, string, string, string])[] = [
  ["no tokens", "# sent_id = 2\n# text = a\n\n", 4, "tokens", "no_tokens", "no token lines"],
  ["four columns", "# text = a\n1\ta\tO\t-\n\n", 5, "columns", "columns", "found 4"],
  ["spaces for tabs", "# text = a\n1 a O - -\n\n", 5, "columns", "columns", "found 1"],
  [
    "a wrong index",
    "# text = a b\n1\ta\tO\t-\t-\n3\tb\tO\t-\t-\n\n",
    6,
    "index",
    "token_index",
    '2; found "3"',
  ],
  ["a contraction's own line", "# text = am\n1-2\tam\tO\t-\t-\n\n", 5, "index", "token_index", "1-2"],
  ["an empty token", "# text = a\n1\t\tO\t-\t-\n\n", 5, "token", "empty", "empty"],
  ["an unknown tag", "# text = a\n1\ta\tX\t-\t-\n\n", 5, "tag", "tag", 'found "X"'],
  ["a BILOU tag", "# text = a\n1\ta\tU-PER\t-\t-\n\n", 5, "tag", "tag", "U-PER"],
  ["an unknown label", "# text = a\n1\ta\tB-GPE\t-\t-\n\n", 5, "tag", "unknown_label", "GPE"],
  ["a tag without label", "# text = a\n1\ta\tB-\t-\t-\n\n", 5, "tag", "unknown_label", '""'],
  [
    "a token that is not there",
    sentence(["text = Anna kam"], "Anna", "kommt"),
    6,
    "token",
    "token_not_found",
    '"kam"',
  ],
  ["text that goes on", sentence(["text = Anna kam an"], "Anna", "kam"), 4, "text", "text_left", '"an"'],
  ["an empty text", sentence(["text = "], "a"), 5, "token", "token_not_found", '""'],
  ["a text given twice", sentence(["text = a", "text = a"], "a"), 5, "text", "duplicate_comment", "second"],
  [
    "an id given before",
    sentence(["sent_id = good", "text = a"], "a"),
    4,
    "sent_id",
    "duplicate_segment",
    "good",
  ],
  ["a huge id", sentence([`sent_id = ${"x".repeat(501)}`, "text = a"], "a"), 4, "sent_id", "too_long", "501"],
  ["NUL", sentence(["text = a\0"], "a"), 4, "line", "nul_character", "NUL"],
  [
    "half an emoji",
    sentence(["text = 👩‍💻"], "👩 B-PER", "\u200d💻"),
    5,
    "tag",
    "cuts_cluster",
    "from 0 to 1",
  ],
];

describe("a bad sentence", () => {
  it.each(cases)("with %s is left out, with its reason", (_, bad, row, field, code, part) => {
    const file = `${sentence(["sent_id = good"], "a")}${bad}${sentence(["sent_id = last", "text = a"], "a")}`;
    const { records, bad: reports, totals } = parse(iob2Codec, file, options);
    expect(records.map(({ id }) => id)).toEqual(["good", "last"]);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.[0]).toMatchObject({ severity: "error", file: "test", row, field, code });
    expect(reports[0]?.[0]?.message).toContain(part);
    expect(totals).toMatchObject({ rows: 3, records: 2, bad: 1 });
  });

  it("is one that has a line in another encoding", () => {
    const bytes = Uint8Array.from(Buffer.from(sentence(["text = caf\u00e9"], "caf\u00e9"), "latin1"));
    const { bad } = parse(iob2Codec, bytes, options);
    expect(bad[0]?.map(({ row, code }) => `${row} ${code}`)).toEqual(["1 encoding", "2 encoding"]);
  });

  it("is one that never ends; it is not held", () => {
    const line = "1\ta\tO\t-\t-\n";
    const { bad, totals } = parse(
      iob2Codec,
      `${line.repeat(60_000)}\n${sentence(["text = a"], "a")}`,
      options,
    );
    expect(totals).toMatchObject({ rows: 2, bad: 1 });
    expect(bad[0]?.[0]).toMatchObject({ row: 50_001, code: "too_many" });
  });
});
