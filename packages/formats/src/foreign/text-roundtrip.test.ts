import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRecord } from "../../test/records.ts";
import { bytesOf, parse, write } from "../../test/support.ts";
import { parallelCodec } from "../parallel/codec.ts";
import { tmxCodec } from "../tmx/codec.ts";

describe.each([
  { codec: tmxCodec, language: true },
  { codec: parallelCodec, language: false },
])("$codec.title", ({ codec, language }) => {
  it("keeps both texts, id and document; entities and links are counted as lost", () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const { text, serialiser } = write(codec, [record]);
        const { records, bad } = parse(codec, text);
        expect(bad).toEqual([]);
        expect(records).toHaveLength(1);
        const { id, document, sourceLang, annotation } = record;
        expect(records[0]).toMatchObject({
          id: id?.replace(/[^\P{Cc}\t\n\r\u0080-\u009f]/gu, language ? " " : "$&") ?? null,
          document,
          sourceLang: language ? sourceLang : null,
          annotation: { sourceText: annotation.sourceText, pivotText: annotation.pivotText, spans: [] },
        });
        const lost = new Map(serialiser.losses().map(({ code, count }) => [code, count]));
        expect(lost.get("spans") ?? 0).toBe(annotation.spans.length);
        expect(lost.get("links") ?? 0).toBe(annotation.links.length);
      }),
      { numRuns: 500 },
    );
  });

  it("is stable, and means the same however its bytes are cut", () => {
    fc.assert(
      fc.property(fc.array(arbitraryRecord, { maxLength: 3 }), fc.array(fc.nat(3000)), (records, places) => {
        const first = parse(codec, write(codec, records).text).records;
        const { text } = write(codec, first);
        const bytes = bytesOf(text);
        const whole = parse(codec, bytes);
        expect(whole.records).toEqual(first);
        const cuts = places.map((place) => place % (bytes.length + 1));
        expect(parse(codec, bytes, {}, cuts).items).toEqual(whole.items);
        if (bytes.length < 1500)
          expect(parse(codec, bytes, {}, [...bytes.keys()]).items).toEqual(whole.items);
      }),
      { numRuns: 150 },
    );
  });
});
