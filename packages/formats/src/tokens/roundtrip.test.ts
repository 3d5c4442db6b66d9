import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../shared/test/invariants.ts";
import { arbitraryRecord } from "../../test/records.ts";
import { bytesOf, parse, write } from "../../test/support.ts";
import { conllCodec } from "../conll/codec.ts";
import { conlluCodec } from "../conllu/codec.ts";
import { iob2Codec } from "../iob2/codec.ts";
import { klueCodec } from "../klue/codec.ts";
import type { SegmentRecord } from "../record.ts";
import { foldBreaks } from "./fold.ts";

const comments = { comments: "true" };

/** `text`: whether the text itself is in the file. `read`: options that read back what the others wrote. */
const cases = [
  { codec: iob2Codec, text: true, options: {}, read: {} },
  { codec: iob2Codec, text: true, options: { tokens: "characters" }, read: {} },
  { codec: iob2Codec, text: true, options: { inside: "split" }, read: {} },
  { codec: iob2Codec, text: true, options: { tokens: "language", inside: "widen" }, read: {} },
  { codec: conllCodec, text: false, options: {}, read: {} },
  { codec: conllCodec, text: true, options: { ...comments, layout: "two", scheme: "bioes" }, read: {} },
  { codec: conllCodec, text: true, options: { ...comments, layout: "two", scheme: "bilou" }, read: {} },
  {
    codec: conllCodec,
    text: true,
    options: { ...comments, layout: "two", scheme: "iob1", inside: "leave_out" },
    read: { scheme: "iob1" },
  },
  { codec: conlluCodec, text: true, options: {}, read: {} },
  { codec: conlluCodec, text: true, options: { scheme: "iob2", inside: "split" }, read: {} },
  { codec: klueCodec, text: true, options: {}, read: {} },
] as const;

const MISSING = ["overlapping_spans", "span_inside_token", "span_without_token", "span_cuts_character"];
const sourceSpans = ({ annotation }: SegmentRecord) =>
  annotation.spans.filter(({ side }) => side === "source");
const records = fc.uniqueArray(arbitraryRecord, {
  maxLength: 3,
  selector: ({ id }) => id && foldBreaks(id),
});

describe.each(cases)("$codec.id $options", ({ codec, text: hasText, options, read }) => {
  it("writes each source span or counts it, and reads back what it wrote", () => {
    fc.assert(
      fc.property(records, (given) => {
        const { text, serialiser } = write(codec, given, "th", options);
        const back = parse(codec, text, { sourceLang: "th", options: read });
        const losses = new Map(serialiser.losses().map(({ code, count }) => [code, count]));
        const missing = MISSING.map((code) => losses.get(code) ?? 0).reduce((a, b) => a + b);
        expect(serialiser.totals.spans + missing).toBe(given.flatMap(sourceSpans).length);
        expect(losses.get("links") ?? 0).toBe(given.flatMap(({ annotation }) => annotation.links).length);
        if (!hasText && losses.has("spacing")) return;
        expect(back.bad).toEqual([]);
        expect(back.totals.records).toBe(serialiser.totals.segments);
        expect(back.totals.spans).toBe(serialiser.totals.spans);
        for (const { annotation } of back.records) expect(problemsOf(annotation)).toEqual([]);
        if (!hasText || losses.has("no_tokens")) return;
        expect(back.records.map(({ annotation }) => annotation.sourceText)).toEqual(
          given.map(({ annotation }) => foldBreaks(annotation.sourceText)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("is stable: what was imported from it leaves it and comes back the same", () => {
    fc.assert(
      fc.property(records, (given) => {
        const how = { sourceLang: "th", options: read };
        const imported = parse(codec, write(codec, given, "th", options).text, how);
        // Without the text, words are put together by language: where that makes one character of two words, the row is
        // refused, and the documents behind it, which have no names there, are counted anew.
        fc.pre(hasText || imported.bad.length === 0);
        const first = imported.records;
        const { text } = write(codec, first, "th", options);
        const second = parse(codec, text, how);
        expect(second.bad).toEqual([]);
        expect(second.records).toEqual(first);
        expect(write(codec, second.records, "th", options).text).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it("means the same however its bytes are cut", () => {
    fc.assert(
      fc.property(arbitraryRecord, fc.constantFrom("\n", "\r\n"), (given, lineBreak) => {
        const { text } = write(codec, [given], "th", options);
        const bytes = bytesOf(text.replaceAll("\n", lineBreak));
        const how = { options: read };
        expect(parse(codec, bytes, how, [...bytes.keys()]).items).toEqual(parse(codec, bytes, how).items);
      }),
      { numRuns: 50 },
    );
  });
});
