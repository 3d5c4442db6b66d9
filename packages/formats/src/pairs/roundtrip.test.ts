import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../shared/test/invariants.ts";
import { arbitraryRecord } from "../../test/records.ts";
import { bytesOf, parse, write } from "../../test/support.ts";
import type { SegmentRecord } from "../record.ts";
import { pairsCodec } from "./codec.ts";

const options = { importRef: "predictions" };

/** An import's reference names the layer it went into: an export leaves it out, so that the next import says its own. */
const asImported = (record: SegmentRecord): SegmentRecord => {
  const known = <T extends SegmentRecord["annotation"]["spans"][number]["provenance"]>(provenance: T) =>
    provenance.origin === "import" ? { ...provenance, ref: "predictions" } : provenance;
  const each = <T extends { provenance: Parameters<typeof known>[0] }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, provenance: known(item.provenance) }));
  const { annotation } = record;
  return {
    ...record,
    annotation: {
      ...annotation,
      spans: each(annotation.spans),
      links: each(annotation.links),
      absences: each(annotation.absences),
    },
  };
};

describe("a pairs file", () => {
  it("holds any record without loss", () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const { text, serialiser } = write(pairsCodec, [record]);
        const { records, bad } = parse(pairsCodec, text, options);
        expect(bad).toEqual([]);
        expect(records).toEqual([asImported(record)]);
        expect(serialiser.losses()).toEqual([]);
        expect(serialiser.totals).toEqual({
          segments: 1,
          spans: record.annotation.spans.length,
          links: record.annotation.links.length,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("is the same file, byte for byte, after an import", () => {
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryRecord, { maxLength: 4, selector: ({ id }) => id }), (records) => {
        const { text } = write(pairsCodec, records);
        const again = write(pairsCodec, parse(pairsCodec, text, { importRef: "other" }).records).text;
        expect(again).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it("has one line a segment for every reader, also for those that break lines at U+2028 or U+0085", () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const source = `\u2028${record.annotation.sourceText}\u0085`;
        const spans: SegmentRecord["annotation"]["spans"] = [];
        const annotation = { ...record.annotation, sourceText: source, spans, links: [], absences: [] };
        const { text } = write(pairsCodec, [{ ...record, annotation, meta: null }]);
        expect(text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)).toHaveLength(2);
        expect(parse(pairsCodec, text).records[0]?.annotation.sourceText).toBe(source);
      }),
      { numRuns: 100 },
    );
  });

  it("gives valid annotations in canonical order, however the file orders them", () => {
    fc.assert(
      fc.property(arbitraryRecord, fc.infiniteStream(fc.nat(5)), (record, order) => {
        const row: Record<string, unknown> = JSON.parse(write(pairsCodec, [record]).text);
        const shuffle = (value: unknown) =>
          Array.isArray(value) ? value.toSorted(() => (order.next().value ?? 0) - 2) : value;
        for (const key of ["source_entities", "english_entities", "links"]) row[key] = shuffle(row[key]);
        const [read] = parse(pairsCodec, JSON.stringify(row), options).records;
        expect(read?.annotation).toEqual(asImported(record).annotation);
        expect(read && problemsOf(read.annotation)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("means the same however its bytes are cut", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRecord, { maxLength: 3 }),
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("", "\ufeff"),
        fc.array(fc.nat(3000)),
        (records, lineBreak, mark, places) => {
          const file = mark + write(pairsCodec, records).text.replaceAll("\n", lineBreak);
          const bytes = bytesOf(file);
          const whole = parse(pairsCodec, bytes);
          const cuts = places.map((place) => place % (bytes.length + 1));
          expect(parse(pairsCodec, bytes, {}, cuts).items).toEqual(whole.items);
          if (bytes.length < 2000) {
            expect(parse(pairsCodec, bytes, {}, [...bytes.keys()]).items).toEqual(whole.items);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
