import { describe, expect, it } from "vitest";
import { parse, write } from "../../test/support.ts";
import { prodigyCodec } from "./codec.ts";

/** As `db-out` writes a task of the relations interface: relations name the last token of a span. */
const task = {
  text: "Mr Bo Li 👍 is in Rome",
  tokens: [
    ["Mr", 0, 2],
    ["Bo", 3, 5],
    ["Li", 6, 8],
    ["👍", 9, 10],
    ["is", 11, 13],
    ["in", 14, 16],
    ["Rome", 17, 21],
  ].map(([text, start, end], id) => ({ text, start, end, id, ws: id < 6 })),
  spans: [
    { start: 3, end: 8, token_start: 1, token_end: 2, label: "PER" },
    { start: 17, end: 21, token_start: 6, token_end: 6, label: "LOC" },
  ],
  relations: [{ head: 2, child: 6, label: "IN" }],
  answer: "accept",
  _input_hash: 1,
  _task_hash: 2,
  _session_id: "ann",
  _annotator_id: "ann",
  _view_id: "relations",
};

describe("a Prodigy dataset", () => {
  it("gives spans, tokens, the answer and everything else as metadata", () => {
    const { records, bad, remarks } = parse(prodigyCodec, JSON.stringify(task));
    expect(bad).toEqual([]);
    expect(records[0]).toMatchObject({
      annotation: {
        review: { state: "accepted" },
        spans: [
          { start: 3, end: 8, label: "PER" },
          { start: 17, end: 21, label: "LOC" },
        ],
        links: [],
      },
      meta: { extra: { _annotator_id: "ann", _view_id: "relations" } },
    });
    expect(records[0]?.meta?.tokens?.source?.ranges).toHaveLength(7);
    // Both of its spans are in one text: no link between two.
    expect(remarks.map(({ code }) => code)).toEqual(["link_sides"]);
  });

  it("is written with inclusive last tokens and code points", () => {
    const { records } = parse(prodigyCodec, JSON.stringify(task));
    const row = JSON.parse(write(prodigyCodec, records).text);
    expect(row.tokens).toEqual(task.tokens);
    expect(row.spans).toMatchObject(task.spans);
    expect(row).toMatchObject({ answer: "accept", _input_hash: 1 });
  });

  it("with two texts has links between spans that end with the same token", () => {
    const pair = {
      text: "安博\nAnn Bo",
      source_length: 2,
      spans: [
        { start: 0, end: 2, token_end: 0, label: "ORG" },
        { start: 1, end: 2, token_end: 0, label: "PER" },
        { start: 7, end: 9, token_end: 2, label: "PER" },
      ],
      relations: [{ head: 2, child: 0, label: "IS", child_span: { start: 1, end: 2, label: "PER" } }],
      answer: "reject",
    };
    const { records, bad } = parse(prodigyCodec, JSON.stringify(pair));
    expect(bad).toEqual([]);
    expect(records[0]?.annotation).toMatchObject({
      review: { state: "rejected", reason: "Rejected in Prodigy" },
      links: [{ pivot: "e3", source: "s2" }],
    });
  });

  it.each([
    ["reject", "rejected"],
    ["ignore", "skipped"],
    [undefined, "pending"],
  ])("answer %s is the state %s", (answer, state) => {
    const { records } = parse(prodigyCodec, JSON.stringify({ text: "a", spans: [], answer }));
    expect(records[0]?.annotation.review.state).toBe(state);
  });

  it("with another answer is a bad row; tokens that do not fit are left out with a warning", () => {
    expect(parse(prodigyCodec, '{"text":"a","answer":"maybe"}').bad[0]?.[0]?.code).toBe("wrong_type");
    const { records, remarks } = parse(prodigyCodec, '{"text":"a","tokens":[{"start":0,"end":2}]}');
    expect(records[0]?.meta).toBe(null);
    expect(remarks.map(({ code }) => code)).toEqual(["tokens"]);
  });
});
