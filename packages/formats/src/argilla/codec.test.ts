import { describe, expect, it } from "vitest";
import { bytesOf, parse, write } from "../../test/support.ts";
import { detectFormat } from "../detect.ts";
import { argillaCodec } from "./codec.ts";

const span = (start: number, end: number, label: string, more = {}) => ({ start, end, label, ...more });

/** As `dataset.records.to_json` writes it. */
const records = [
  {
    id: "1",
    fields: { text: "👍 Bo is in Rome" },
    metadata: { split: "dev" },
    suggestions: { spans: { value: [span(2, 4, "ORG", { score: 0.4 })], score: null, agent: "m1" } },
    responses: {
      spans: [
        { value: [span(2, 4, "LOC")], user_id: "a", status: "discarded" },
        { value: [span(2, 4, "PER"), span(11, 15, "LOC")], user_id: "b", status: "submitted" },
      ],
    },
    vectors: {},
    status: "completed",
    _server_id: "x",
  },
  {
    id: "2",
    fields: { source_text: "安", english_text: "Ann" },
    metadata: {},
    suggestions: {
      source_spans: { value: [span(0, 1, "PER", { score: 0.9 })], score: null, agent: "m1" },
      english_spans: { value: [span(0, 3, "PER")], score: null, agent: "m1" },
    },
    responses: {},
    vectors: {},
    status: "pending",
  },
  {
    id: "3",
    fields: { text: "a" },
    suggestions: {},
    responses: { spans: [{ value: [], user_id: "a", status: "discarded" }] },
  },
];

describe("Argilla records", () => {
  it("give the submitted answer, else the suggestion with its scores", () => {
    const read = parse(argillaCodec, JSON.stringify(records));
    expect(read.bad).toEqual([]);
    expect(read.records).toMatchObject([
      {
        id: "1",
        annotation: {
          review: { state: "accepted" },
          spans: [
            { start: 2, end: 4, label: "PER" },
            { start: 11, end: 15, label: "LOC" },
          ],
        },
        meta: { extra: { split: "dev" } },
      },
      {
        id: "2",
        annotation: {
          pivotText: "Ann",
          review: { state: "pending" },
          spans: [{ side: "source", provenance: { confidence: 0.9 } }, { side: "pivot" }],
        },
      },
      { id: "3", annotation: { review: { state: "rejected", reason: "Discarded in Argilla" } } },
    ]);
  });

  it("are written as suggestions, or as the answers of a user who is named", () => {
    const read = parse(argillaCodec, JSON.stringify(records));
    const user = "9a1c2f7e-0000-4000-8000-000000000001";
    const written = JSON.parse(write(argillaCodec, read.records, null, { user_id: user }).text);
    const spans = [span(2, 4, "PER"), span(11, 15, "LOC")];
    expect(written[0]).toMatchObject({
      suggestions: {},
      responses: { source_spans: [{ status: "submitted", user_id: user, value: spans }] },
    });
    expect(written[1].suggestions.source_spans.value).toEqual([span(0, 1, "PER", { score: 0.9 })]);
    expect(written[2].responses.source_spans[0].status).toBe("discarded");
    // Argilla's library takes no response without a user.
    const { text, serialiser } = write(argillaCodec, read.records);
    const suggested = JSON.parse(text);
    expect(suggested.map(({ responses }: { responses: object }) => responses)).toEqual([{}, {}, {}]);
    expect(suggested[0].suggestions.source_spans.value).toEqual(spans);
    expect(serialiser.losses()).toMatchObject([{ code: "review", count: 2 }]);
  });

  it("hold metadata as Argilla takes it; the rest is counted", () => {
    const [first] = parse(argillaCodec, JSON.stringify(records)).records;
    if (!first) throw new Error("nothing was read");
    const extra = {
      genre: "news",
      year: 2026,
      tags: ["a", "b"],
      nested: { a: 1 },
      mixed: [1, "a"],
      none: null,
    };
    const { text, serialiser } = write(argillaCodec, [{ ...first, meta: { extra } }]);
    expect(JSON.parse(text)[0].metadata).toEqual({ genre: "news", year: 2026, tags: ["a", "b"] });
    expect(serialiser.losses().find(({ code }) => code === "metadata")?.count).toBe(3);
  });

  it.each([
    ["no fields", { id: "1" }, "missing"],
    ["a field that is no text", { fields: { text: 3 } }, "missing"],
    [
      "a span beyond the text",
      { fields: { text: "a" }, suggestions: { spans: { value: [span(0, 2, "X")] } } },
      "outside_text",
    ],
  ])("with %s are bad", (_, record, code) => {
    expect(parse(argillaCodec, JSON.stringify([record])).bad[0]?.[0]?.code).toBe(code);
  });

  it("are read as the server writes them, with lists in the place of questions", () => {
    const fields = { text: "Bo in Rome" };
    const suggestions = [{ question_name: "spans", value: [span(0, 2, "ORG", { score: 0.9 })], agent: "m1" }];
    const answer = { value: [span(0, 2, "PER")], user_id: "u1", status: "submitted" };
    const given = [
      { id: "1", fields, suggestions, responses: [{ question_name: "spans", ...answer }] },
      {
        id: "2",
        fields,
        suggestions,
        responses: [
          { user_id: "u2", status: "discarded", values: { spans: { value: [] } } },
          { user_id: "u1", status: "submitted", values: { spans: { value: answer.value } } },
        ],
      },
      { id: "3", fields, suggestions, responses: [] },
    ];
    const { records: read, bad } = parse(argillaCodec, given.map((each) => JSON.stringify(each)).join("\n"));
    expect(bad).toEqual([]);
    expect(read.map(({ annotation }) => annotation.spans.map(({ label }) => label))).toEqual([
      ["PER"],
      ["PER"],
      ["ORG"],
    ]);
    expect(read.map(({ annotation }) => annotation.review.state)).toEqual([
      "accepted",
      "accepted",
      "pending",
    ]);
  });
});

describe("flattened Argilla records", () => {
  // As `records.to_list(flatten=True)` and `records.to_datasets()` have them: missing values are null.
  const rows = [
    {
      id: "1",
      status: "completed",
      _server_id: "x",
      source_text: "安在罗马 👍",
      english_text: "Ann is in Rome",
      document: "d1",
      split: "dev",
      year: null,
      "source_spans.responses": [[span(0, 1, "LOC")], [span(0, 1, "PER"), span(2, 4, "LOC")]],
      "source_spans.responses.users": ["a", "b"],
      "source_spans.responses.status": ["draft", "submitted"],
      "source_spans.suggestion": [span(0, 1, "ORG")],
      "source_spans.suggestion.score": null,
      "source_spans.suggestion.agent": "m1",
      "english_spans.suggestion": [span(0, 3, "PER"), span(10, 14, "LOC")],
      "english_spans.suggestion.score": [0.9, 0.4],
      "english_spans.suggestion.agent": "m1",
    },
    {
      id: "2",
      status: "pending",
      _server_id: null,
      source_text: "安",
      english_text: "Ann",
      "source_spans.responses": null,
      "source_spans.suggestion": [span(0, 1, "PER")],
      "english_spans.suggestion": null,
    },
  ];

  it("are recognised and read as the records they were", () => {
    const json = JSON.stringify(rows);
    expect(detectFormat("records.jsonl", bytesOf(json))?.codec.id).toBe("argilla");
    const { records: read, bad, remarks } = parse(argillaCodec, json);
    expect([bad, remarks]).toEqual([[], []]);
    expect(read).toMatchObject([
      {
        id: "1",
        document: "d1",
        annotation: {
          sourceText: "安在罗马 👍",
          pivotText: "Ann is in Rome",
          review: { state: "accepted" },
          spans: [
            { side: "source", start: 0, end: 1, label: "PER" },
            { side: "source", start: 2, end: 4, label: "LOC" },
            { side: "pivot", start: 0, end: 3, provenance: { confidence: 0.9 } },
            { side: "pivot", start: 10, end: 14, provenance: { confidence: 0.4 } },
          ],
        },
        meta: { extra: { split: "dev" } },
      },
      { id: "2", annotation: { review: { state: "pending" }, spans: [{ side: "source", end: 1 }] } },
    ]);
  });

  it("give the same segments as the records they were made of", () => {
    type Response = { readonly value: object; readonly user_id: string; readonly status: string };
    const flat = records.map(({ id, fields, metadata, suggestions, ...record }) => {
      const responses: { readonly spans?: readonly Response[] } = record.responses;
      const answers = Object.entries(responses).flatMap(([question, given]) => [
        [`${question}.responses`, given.map(({ value }) => value)],
        [`${question}.responses.users`, given.map(({ user_id }) => user_id)],
        [`${question}.responses.status`, given.map(({ status }) => status)],
      ]);
      const models = Object.entries(suggestions).map(([question, given]) => [
        `${question}.suggestion`,
        given.value,
      ]);
      return { id, ...fields, ...metadata, ...Object.fromEntries([...answers, ...models]) };
    });
    const read = parse(argillaCodec, JSON.stringify(flat));
    expect(read.records).toEqual(parse(argillaCodec, JSON.stringify(records)).records);
  });
});
