import { compareSpans, Text } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRecord } from "../../test/records.ts";
import { bytesOf, parse, write } from "../../test/support.ts";
import type { SegmentRecord } from "../record.ts";
import { makeSpan } from "../spans.ts";
import { withoutOverlap } from "../tokens/fit.ts";
import { foldBreaks } from "../tokens/fold.ts";
import { iob2Codec } from "./codec.ts";

const imported = { origin: "import" } as const;

const record = (
  sourceText: string,
  change: Partial<SegmentRecord> = {},
  ...spans: [number, number, string][]
) => {
  const base: SegmentRecord = {
    id: "n1",
    document: null,
    sourceLang: "en",
    annotation: {
      sourceText,
      pivotText: "",
      spans: spans.map(([start, end, label], index) =>
        makeSpan(`s${index + 1}`, "source", start, end, label, imported),
      ),
      links: [],
      absences: [],
      review: { state: "pending", reason: "" },
      flagged: false,
      notes: [],
    },
    originalPivotText: null,
    meta: null,
    spanExtras: null,
  };
  return { ...base, ...change };
};

const lossesOf = (given: SegmentRecord) => {
  const { text, serialiser } = write(iob2Codec, [given]);
  const losses = serialiser
    .losses()
    .map(({ code, count, examples }) => `${code} ${count} ${examples.join(" | ")}`);
  return { text, losses, totals: serialiser.totals };
};
const tokens = (...ranges: [number, number][]) => ({ meta: { tokens: { source: { ranges } } } });

describe("an .iob2 file", () => {
  it("has words where the text came without tokens", () => {
    const { text, losses } = lossesOf(record("Ann Lee’s plan, v2.0.", {}, [0, 7, "PER"]));
    expect(text).toBe(
      [
        "# sent_id = n1",
        "# text = Ann Lee’s plan, v2.0.",
        "1\tAnn\tB-PER\t-\t-",
        "2\tLee\tI-PER\t-\t-",
        "3\t’s\tO\t-\t-",
        "4\tplan\tO\t-\t-",
        "5\t,\tO\t-\t-",
        "6\tv2.0\tO\t-\t-",
        "7\t.\tO\t-\t-",
        "",
        "",
      ].join("\n"),
    );
    expect(losses).toEqual(['token_cut 1 n1: "Lee’s"']);
  });

  it("keeps imported tokens: what begins or ends inside one is left out and named", () => {
    const given = record("Ann Lee’s plan", tokens([0, 3], [4, 9], [10, 14]), [0, 7, "PER"], [10, 14, "ORG"]);
    const { text, losses, totals } = lossesOf(given);
    expect(text).toContain("2\tLee’s\tO\t-\t-\n3\tplan\tB-ORG\t-\t-\n");
    expect(losses).toEqual(['span_inside_token 1 n1: PER 0–7 "Ann Lee"']);
    expect(totals).toEqual({ segments: 1, spans: 1, links: 0 });
  });

  it("has the longest of entities that overlap, unless its tokens cannot show it", () => {
    const nested: [number, number, string][] = [
      [0, 7, "ORG"],
      [0, 3, "PER"],
      [4, 7, "PER"],
    ];
    expect(lossesOf(record("Ann Lee", {}, ...nested)).losses).toEqual([
      'overlapping_spans 2 n1: PER 0–3 "Ann" | n1: PER 4–7 "Lee"',
    ]);
    const { text, losses } = lossesOf(record("Ann Lees", tokens([0, 3], [4, 8]), ...nested));
    expect(text).toContain("1\tAnn\tB-PER");
    expect(losses).toEqual(['span_inside_token 2 n1: ORG 0–7 "Ann Lee" | n1: PER 4–7 "Lee"']);
  });

  it("says of everything else that it is not there", () => {
    const base = record("Ann", {}, [0, 3, "PER"]);
    const [span] = base.annotation.spans;
    if (!span) throw new Error("No span.");
    const pivot = makeSpan("e1", "pivot", 0, 3, "PER", imported);
    const other = makeSpan("e2", "pivot", 4, 7, "PER", imported);
    const full: SegmentRecord = {
      ...base,
      annotation: {
        ...base.annotation,
        pivotText: "Ann Lee",
        spans: [{ ...span, provenance: { origin: "human", ref: "u" } }, pivot, other],
        links: [{ pivot: pivot.id, source: span.id, provenance: imported }],
        absences: [{ span: other.id, reason: "dropped_in_translation", provenance: imported }],
        review: { state: "accepted", reason: "" },
        flagged: true,
      },
      meta: { extra: { genre: "news", comments: "not lines" } },
      spanExtras: { [span.id]: { annotator: "x", sure: true } },
    };
    const { text, losses } = lossesOf(full);
    // Somebody has changed the entity since: it is no longer the annotator's.
    expect(text).toContain("1\tAnn\tB-PER\t-\t-\n");
    expect(losses).toEqual([
      "translation 1 n1: Ann Lee",
      "pivot_spans 2 n1: e1 PER | n1: e2 PER",
      "links 1 n1: e1 – s1",
      "absences 1 n1: e2 dropped_in_translation",
      "scores 1 n1: s1",
      "review 1 n1: accepted",
      "flags 1 n1: flagged",
      "metadata 3 n1: genre | n1: comments | n1: s1 sure",
    ]);
  });

  it("has no line of a text's own", () => {
    const { text, losses } = lossesOf(
      record("a\n# text = b\r\nc\u2028d\te", {}, [0, 1, "PER"], [2, 12, "ORG"]),
    );
    expect(text.split("\n").filter((line) => line.startsWith("#"))).toEqual([
      "# sent_id = n1",
      "# text = a # text = b  c d e",
    ]);
    expect(losses).toEqual(["line_breaks 1 n1: a # text = b  c d e"]);
    expect(parse(iob2Codec, text).records[0]?.annotation.spans).toMatchObject([
      { start: 0, end: 1 },
      { start: 2, end: 12 },
    ]);
  });

  it("has no segment without words, and says so", () => {
    const { text, losses, totals } = lossesOf(record(" \n\u200b ", {}, [0, 1, "PER"]));
    expect(text).toBe("");
    expect(losses.map((loss) => loss.split(" ")[0])).toEqual([
      "line_breaks",
      "span_without_token",
      "no_tokens",
    ]);
    expect(totals.segments).toBe(0);
  });

  it("gives back every entity that it says it holds, and counts the others", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(arbitraryRecord, { maxLength: 3, selector: ({ id }) => id && foldBreaks(id) }),
        (records) => {
          const { text, serialiser } = write(iob2Codec, records, "th");
          const back = parse(iob2Codec, text, { sourceLang: "th" });
          expect(back.bad).toEqual([]);
          const losses = new Map(serialiser.losses().map(({ code, count }) => [code, count]));
          const lost = (code: string) => losses.get(code) ?? 0;
          expect(back.totals.records).toBe(records.length - lost("no_tokens"));
          expect(back.totals.spans).toBe(serialiser.totals.spans);
          const source = records.flatMap(({ annotation }) =>
            annotation.spans.filter(({ side }) => side === "source"),
          );
          const missing = [
            "overlapping_spans",
            "span_inside_token",
            "span_without_token",
            "span_cuts_character",
          ]
            .map(lost)
            .reduce((a, b) => a + b);
          expect(serialiser.totals.spans + missing).toBe(source.length);
          expect(lost("links")).toBe(records.flatMap(({ annotation }) => annotation.links).length);
          expect(lost("absences")).toBe(records.flatMap(({ annotation }) => annotation.absences).length);
          expect(lost("notes")).toBe(records.flatMap(({ annotation }) => annotation.notes).length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("puts them on the same characters, where no white space was at their edges", () => {
    fc.assert(
      fc.property(arbitraryRecord, (given) => {
        const { text, serialiser } = write(iob2Codec, [given], "th");
        const [back] = parse(iob2Codec, text, { sourceLang: "th" }).records;
        if (!back) return;
        expect(back.annotation.sourceText).toBe(foldBreaks(given.annotation.sourceText));
        if (serialiser.losses().some(({ code }) => code.startsWith("span_"))) return;
        const source = given.annotation.spans.filter(({ side }) => side === "source");
        const { kept } = withoutOverlap(source);
        const places = (spans: SegmentRecord["annotation"]["spans"]) =>
          spans.map(({ start, end, label }) => ({ start, end, label }));
        expect(places(back.annotation.spans)).toEqual(places(kept));
        expect(back.id).toBe(given.id && foldBreaks(given.id));
        expect(back.document).toBe(given.document);
      }),
      { numRuns: 500 },
    );
  });

  it("means the same however its bytes are cut", () => {
    fc.assert(
      fc.property(arbitraryRecord, fc.constantFrom("\n", "\r\n"), (given, lineBreak) => {
        const bytes = bytesOf(write(iob2Codec, [given]).text.replaceAll("\n", lineBreak));
        expect(parse(iob2Codec, bytes, {}, [...bytes.keys()]).items).toEqual(parse(iob2Codec, bytes).items);
      }),
      { numRuns: 100 },
    );
  });
});

describe("spans without overlap", () => {
  it("are apart from each other, and each dropped one overlaps one that is at least as long", () => {
    fc.assert(
      fc.property(arbitraryRecord, ({ annotation }) => {
        const spans = annotation.spans.filter(({ side }) => side === "source");
        const { kept, dropped } = withoutOverlap(spans);
        const overlap = (a: (typeof spans)[number], b: (typeof spans)[number]) =>
          a.start < b.end && b.start < a.end;
        for (const a of kept) for (const b of kept) expect(a === b || !overlap(a, b)).toBe(true);
        for (const lost of dropped) {
          const length = lost.end - lost.start;
          expect(kept.some((other) => overlap(lost, other) && other.end - other.start >= length)).toBe(true);
        }
        expect([...kept, ...dropped].sort(compareSpans)).toEqual(spans);
        expect(withoutOverlap(spans.toReversed())).toEqual({ kept, dropped });
        expect(new Text(annotation.sourceText).length).toBeGreaterThan(0);
      }),
    );
  });
});
