import type { SegmentRecord } from "@spanbridge/formats";
import type { Provenance } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRecord } from "../../../../packages/formats/test/records.ts";
import { encodeBody } from "../db/annotation-body.ts";
import { exportRecords } from "../db/export-record.ts";
import { exportCodec } from "../formats/choose.ts";
import { Encoder } from "./encoder.ts";
import { PlainRows } from "./plain-rows.ts";

const REF = "predictions";
const LANG = "zh";

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};

/** A field as PostgreSQL writes it. */
const field = (value: string | null): string =>
  value === null ? "\\N" : value.replace(/[\\\b\f\n\r\t\v]/g, (special) => escapes[special] ?? special);

function rowOf(record: SegmentRecord): Buffer {
  const { id, document, annotation, originalPivotText, meta, sourceLang, spanExtras } = record;
  const { sourceText, pivotText, ...said } = annotation;
  const fields = [
    id ?? "#0123456789abcdef-2",
    document ?? "",
    sourceText,
    originalPivotText ?? (pivotText || null),
    originalPivotText === null ? null : pivotText,
    meta && JSON.stringify(meta),
    sourceLang === LANG ? null : sourceLang,
    encodeBody({ ...said, extras: spanExtras }, REF),
  ];
  return Buffer.from(`${fields.map(field).join("\t")}\n`);
}

const imported = ({ confidence }: Provenance): Provenance => ({
  origin: "import",
  ref: REF,
  ...(confidence === undefined ? {} : { confidence }),
});

/** What most rows of an import look like. */
const plainRecord: fc.Arbitrary<SegmentRecord> = arbitraryRecord.map((record) => {
  const { sourceText, pivotText, spans, links } = record.annotation;
  return {
    ...record,
    originalPivotText: null,
    meta: null,
    spanExtras: null,
    annotation: {
      sourceText,
      pivotText,
      spans: spans.map((span) => ({ ...span, provenance: imported(span.provenance) })),
      links: links.map((link) => ({ ...link, provenance: { origin: "import", ref: REF } })),
      absences: [],
      review: { state: "pending", reason: "" },
      flagged: false,
      notes: [],
    },
  };
});

async function byCodec(rows: Uint8Array): Promise<{ readonly text: string; readonly report: object }> {
  const serialiser = await exportCodec("pairs", {}).createSerialiser({ sourceLang: LANG });
  let text = "";
  for (const record of exportRecords(rows, LANG, REF)) text += serialiser.segment(record);
  text += serialiser.end();
  return { text, report: { ...serialiser.totals, losses: serialiser.losses() } };
}

async function byEncoder(rows: Uint8Array): Promise<{ readonly text: string; readonly report: object }> {
  const encoder = await Encoder.open({ format: "pairs", ref: REF, options: { sourceLang: LANG } });
  const pieces = [...encoder.encode(rows)];
  const { bytes, report } = encoder.end();
  return { text: Buffer.concat([...pieces, ...bytes]).toString(), report };
}

const plainOf = (rows: readonly Buffer[]): number => {
  const plain = new PlainRows(LANG);
  for (const row of rows) {
    const out = Buffer.alloc(PlainRows.room(row.length));
    plain.write(row, 0, row.length, out, 0);
  }
  return plain.totals.segments;
};

describe("rows written without reading them", () => {
  it("are what the codec writes, whatever is in them", async () => {
    const records = fc.array(fc.oneof(arbitraryRecord, { arbitrary: plainRecord, weight: 3 }), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(records, async (each) => {
        const rows = Buffer.concat(each.map(rowOf));
        expect(await byEncoder(rows)).toEqual(await byCodec(rows));
      }),
      { numRuns: 100 },
    );
  });

  const made = (sourceText: string, body: string, pivotText = "Obama said “no”."): Buffer =>
    Buffer.from(`n1\td1\t${field(sourceText)}\t${field(pivotText)}\t\\N\t\\N\t\\N\t${field(body)}\n`);
  const span = '["s1","s",0,3,"PER",0.5]';

  it.each([
    ["Han, beyond the first plane", made("𠮷野家說", `{"s":[${span}]}`)],
    ["quotes, backslashes and tabs in the texts", made('"a"\\\t\r\n', `{"s":[${span}]}`)],
    [
      "nested and adjacent spans",
      made("كتبت كوري", '{"s":[["a","s",0,4,"ORG"],["b","s",0,2,"PER"],["c","s",4,6,"PER"]]}'),
    ],
    ["links", made("กขค", '{"s":[["a","s",0,1,"PER"],["b","p",0,5,"PER"]],"l":[["b","a"]]}')],
    ["nothing marked", made("हिन्दी", "{}")],
  ])("takes %s", async (_, row) => {
    expect(plainOf([row])).toBe(1);
    expect(await byEncoder(row)).toEqual(await byCodec(row));
  });

  it.each([
    ["a line separator", made("a\u2028b", "{}")],
    ["a next line", made("a\u0085b", "{}")],
    ["a vertical tab", made("a\vb", "{}")],
    ["a label that is escaped", made("abc", '{"s":[["s1","s",0,3,"P\\"ER"]]}')],
    ["a person's span", made("abc", '{"s":[["s1","s",0,3,"PER",{"origin":"human","ref":"u"}]]}')],
    ["spans in another order", made("abc", '{"s":[["b","s",1,2,"PER"],["a","s",0,1,"PER"]]}')],
    [
      "links in another order",
      made(
        "abc",
        '{"s":[["a","s",0,1,"PER"],["b","p",0,1,"PER"],["c","p",1,2,"PER"]],"l":[["c","a"],["b","a"]]}',
      ),
    ],
    [
      "a link with a score",
      made("abc", '{"s":[["a","s",0,1,"PER"],["b","p",0,1,"PER"]],"l":[["b","a",0.3]]}'),
    ],
    ["a decided review", made("abc", '{"r":{"state":"accepted","reason":""}}')],
  ])("leaves %s to the codec", async (_, row) => {
    expect(plainOf([row])).toBe(0);
    expect(await byEncoder(row)).toEqual(await byCodec(row));
  });

  it("leaves what is damaged to the codec, which says so", async () => {
    for (const body of ['{"s":[["s1","s",0,3]]}', '{"s":[["s1","x",0,3,"PER"]]}']) {
      const row = made("abc", body);
      expect(plainOf([row])).toBe(0);
      await expect(byEncoder(row)).rejects.toThrow("not readable");
    }
  });
});
