import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../shared/test/invariants.ts";
import { arbitraryRecord } from "../../test/records.ts";
import { bytesOf, parse, write } from "../../test/support.ts";
import { argillaCodec } from "../argilla/codec.ts";
import { doccanoCodec } from "../doccano/codec.ts";
import { labelStudioCodec } from "../labelstudio/codec.ts";
import { createTasks } from "../labelstudio/write.ts";
import { prodigyCodec } from "../prodigy/codec.ts";
import type { SegmentRecord } from "../record.ts";
import { webannoCodec } from "../webanno/codec.ts";

const labelStudioTasks = {
  ...labelStudioCodec,
  createSerialiser: (options = {}) => createTasks(options).tasks,
};

/** What a span is, whatever its id. */
const places = ({ annotation }: SegmentRecord) =>
  annotation.spans.map(({ side, start, end, label }) => `${side} ${start} ${end} ${label}`).sort();

const linked = ({ annotation }: SegmentRecord) => {
  const place = new Map(
    annotation.spans.map(({ id, side, start, end, label }) => [id, `${side} ${start} ${end} ${label}`]),
  );
  return annotation.links.map(({ pivot, source }) => `${place.get(pivot)} – ${place.get(source)}`).sort();
};

describe.each([
  { codec: labelStudioTasks, links: true },
  { codec: doccanoCodec, links: true },
  { codec: prodigyCodec, links: true },
  { codec: argillaCodec, links: false },
  { codec: webannoCodec, links: true, names: false },
])("$codec.title", ({ codec, links, names = true }) => {
  it("keeps both texts, every span of both sides and what else it has a place for; the rest is counted", () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const { text, serialiser } = write(codec, [record]);
        const { records, bad } = parse(codec, text, { importRef: "predictions" });
        expect(bad).toEqual([]);
        const [read] = records;
        if (!read) throw new Error("nothing was read");
        expect(problemsOf(read.annotation)).toEqual([]);
        const { id, document, sourceLang } = record;
        expect(read).toMatchObject(names ? { id, document, sourceLang } : { id });
        expect(read.annotation.sourceText).toBe(record.annotation.sourceText);
        expect(read.annotation.pivotText).toBe(record.annotation.pivotText);
        expect(places(read)).toEqual(places(record));
        expect(linked(read)).toEqual(links ? linked(record) : []);
        const lost = new Map(serialiser.losses().map(({ code, count }) => [code, count]));
        expect(lost.get("links") ?? 0).toBe(links ? 0 : record.annotation.links.length);
        expect(lost.get("absences") ?? 0).toBe(record.annotation.absences.length);
        expect(lost.get("notes") ?? 0).toBe(record.annotation.notes.length);
        expect(lost.has("review")).toBe(read.annotation.review.state !== record.annotation.review.state);
        expect(lost.has("flags")).toBe(read.annotation.flagged !== record.annotation.flagged);
        const scores = ({ annotation }: SegmentRecord) =>
          annotation.spans.filter(({ provenance }) => provenance.confidence !== undefined).length;
        expect(scores(read) + (lost.get("scores") ?? 0)).toBe(scores(record));
        expect(serialiser.totals).toEqual({
          segments: 1,
          spans: record.annotation.spans.length,
          links: links ? record.annotation.links.length : 0,
        });
      }),
      { numRuns: 500 },
    );
  });

  it("is stable: what was imported from it leaves it and comes back the same", () => {
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryRecord, { maxLength: 4, selector: ({ id }) => id }), (records) => {
        const first = parse(codec, write(codec, records).text).records;
        const { text } = write(codec, first);
        const second = parse(codec, text);
        expect(second.bad).toEqual([]);
        expect(second.records).toEqual(first);
        expect(write(codec, second.records).text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it("means the same however its bytes are cut", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRecord, { maxLength: 3 }),
        fc.constantFrom("", "\ufeff", "\n \n"),
        fc.array(fc.nat(3000)),
        (records, before, cutPlaces) => {
          const bytes = bytesOf(before + write(codec, records).text);
          const whole = parse(codec, bytes);
          const cuts = cutPlaces.map((place) => place % (bytes.length + 1));
          expect(parse(codec, bytes, {}, cuts).items).toEqual(whole.items);
          if (bytes.length < 2000)
            expect(parse(codec, bytes, {}, [...bytes.keys()]).items).toEqual(whole.items);
        },
      ),
      { numRuns: 100 },
    );
  });
});
