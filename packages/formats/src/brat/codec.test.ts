import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../shared/test/invariants.ts";
import { arbitraryRecord } from "../../test/records.ts";
import { bytesOf } from "../../test/support.ts";
import { FileReader } from "../archive/reader.ts";
import type { ParsedItem } from "../codec.ts";
import type { SegmentRecord } from "../record.ts";
import { bratCodec } from "./codec.ts";

async function read(bytes: Uint8Array, options: Record<string, string> = {}) {
  const reader = new FileReader({ file: "up.zip", labels: null, options, importRef: "predictions" });
  const items: ParsedItem[] = [];
  for await (const some of reader.push(bytes)) items.push(...some);
  for await (const some of reader.end()) items.push(...some);
  const records = items.flatMap((item) => (item.kind === "record" ? [item.record] : []));
  const warnings = items.flatMap((item) => (item.kind === "record" ? item.warnings : []));
  const bad = items.flatMap((item) => (item.kind === "bad" ? [item.diagnostics] : []));
  const told = items.flatMap((item) => (item.kind === "file" ? [item.diagnostic] : []));
  return { codec: reader.codec?.id, records, bad, told, warnings };
}

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])));

function write(records: readonly SegmentRecord[]) {
  const serialiser = bratCodec.createSerialiser({ sourceLang: null });
  const pieces = [...records.map((record) => serialiser.segment(record)), serialiser.end()];
  return { bytes: Uint8Array.from(pieces.flatMap((piece) => [...piece])), serialiser };
}

const text = "Ann met 👍 Bo\nin New York.\n";
const ann = `T1	PER 0 3	Ann
T2	PER 10 12	Bo
T3	LOC 16 24	New York
R1	Met Arg1:T1 Arg2:T2
R2	In Arg1:T2 Arg2:T3
A1	Negated T1
A2	Confidence T2 0.5
N1	Reference T3 Wikipedia:645042	New York
#1	AnnotatorNotes T3	the city
*	Equiv T1 T2
E1	Meet:T1 Who:T2
`;

describe("a brat collection", () => {
  it("gives a segment a line, with what is said about its spans", async () => {
    const { codec, records, bad, warnings } = await read(zip({ "news/d1.txt": text, "news/d1.ann": ann }));
    expect([codec, bad]).toEqual(["brat", []]);
    expect(records).toMatchObject([
      {
        id: "d1:1",
        document: "news",
        annotation: {
          sourceText: "Ann met 👍 Bo",
          spans: [
            { id: "T1", start: 0, end: 3 },
            { id: "T2", start: 10, end: 12, provenance: { confidence: 0.5 } },
          ],
        },
        spanExtras: { T1: { brat_attributes: ["Negated"] } },
      },
      {
        id: "d1:2",
        annotation: { sourceText: "in New York.", spans: [{ id: "T3", start: 3, end: 11 }] },
        spanExtras: { T3: { brat_references: ["Wikipedia:645042"], brat_notes: ["the city"] } },
      },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(["column_ignored", "link_sides", "link_sides"]);
  });

  it("gives whole documents when asked, with either file first and files of no pair named", async () => {
    const { records, told } = await read(
      zip({ "a.ann": ann, "c.ann": "T1\tX 0 1\ta\n", "a.txt": text, "b.txt": "Nobody has annotated this." }),
      { segments: "documents" },
    );
    expect(records.map(({ id, annotation }) => [id, annotation.spans.length])).toEqual([
      ["a", 3],
      ["b", 0],
    ]);
    expect(told).toMatchObject([{ severity: "error", code: "missing" }]);
  });

  it.each([
    ["a malformed line", "T1 PER 0 3 Ann\n", "ann"],
    ["another surface", "T1\tPER 0 3\tBob\n", "text_mismatch"],
    ["a span over two lines", "T1\tPER 10 18\tBo in New\n", "outside_text"],
    ["a span beyond the text", "T1\tPER 10 99\tBo\n", "outside_text"],
  ])("with %s is a bad row", async (_, lines, code) => {
    const { bad } = await read(zip({ "a.txt": text, "a.ann": lines }));
    expect(bad[0]?.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  it("with a span that has gaps is read from its first to its last character, and says so", async () => {
    const files = { "a.txt": "North and South America", "a.ann": "T1\tLOC 0 5;16 23\tNorth America\n" };
    const { records, warnings } = await read(zip(files));
    expect(records[0]?.annotation.spans).toMatchObject([{ start: 0, end: 23 }]);
    expect(warnings.map(({ code }) => code)).toEqual(["gaps"]);
  });
});

describe("an export for brat", () => {
  const places = ({ annotation }: SegmentRecord) =>
    annotation.spans.map(({ side, start, end, label }) => `${side} ${start} ${end} ${label}`).sort();
  const linked = ({ annotation }: SegmentRecord) => {
    const place = new Map(
      annotation.spans.map(({ id, ...span }) => [id, `${span.side} ${span.start} ${span.end} ${span.label}`]),
    );
    return annotation.links.map(({ pivot, source }) => `${place.get(pivot)} – ${place.get(source)}`).sort();
  };

  it("keeps both texts, spans, links, scores, id and document, and is stable", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(arbitraryRecord, { maxLength: 3, selector: ({ id }) => id }),
        async (records) => {
          const { bytes, serialiser } = write(records);
          const first = await read(bytes);
          expect(first.bad).toEqual([]);
          expect(first.records).toHaveLength(records.length);
          for (const [index, record] of records.entries()) {
            const again = first.records[index];
            if (!again) throw new Error("a record is missing");
            expect(problemsOf(again.annotation)).toEqual([]);
            expect(again).toMatchObject({ id: record.id, document: record.document });
            expect(again.annotation.sourceText).toBe(record.annotation.sourceText);
            expect(again.annotation.pivotText).toBe(record.annotation.pivotText);
            expect(places(again)).toEqual(places(record));
            expect(linked(again)).toEqual(linked(record));
          }
          const notes = records.reduce((sum, { annotation }) => sum + annotation.notes.length, 0);
          expect(serialiser.losses().find(({ code }) => code === "notes")?.count ?? 0).toBe(notes);
          const second = write(first.records);
          expect((await read(second.bytes)).records).toEqual(first.records);
          expect(second.bytes).toEqual(write((await read(second.bytes)).records).bytes);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("comes back as it was whatever separating lines its texts hold", async () => {
    const rule = "===== translation =====";
    for (const [source, pivot] of [
      [`a\n${rule}\nb`, `c\n====== translation ======\nd`],
      [`${rule}`, ""],
      [`a\n`, `\n${rule}`],
    ] as const) {
      const [blank] = (await read(zip({ "x.txt": "x", "x.ann": "" }))).records;
      if (!blank) throw new Error("nothing was read");
      const annotation = { ...blank.annotation, sourceText: source, pivotText: pivot };
      const { bytes } = write([{ ...blank, annotation }]);
      expect((await read(bytes)).records[0]?.annotation).toMatchObject({
        sourceText: source,
        pivotText: pivot,
      });
    }
  });

  it("has a folder for a document and no name that means something to a file system", async () => {
    const [blank] = (await read(zip({ "x.txt": "x", "x.ann": "" }))).records;
    if (!blank) throw new Error("nothing was read");
    const { bytes, serialiser } = write([
      { ...blank, id: "../a:b", document: "x/y" },
      { ...blank, id: null },
      { ...blank, id: "長".repeat(200) },
    ]);
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.endsWith(".txt"))).toEqual([
      "x%2Fy/%2E.%2Fa%3Ab.txt",
      "_000002.txt",
      "_000003.txt",
    ]);
    expect(serialiser.losses().map(({ code }) => code)).toEqual(["long_name"]);
  });
});
