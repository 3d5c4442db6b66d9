import { diagnosticSchema } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../shared/test/invariants.ts";
import { bytesOf, fixture, parse, parseAny, writeAny } from "../test/support.ts";
import { codecs, exportCodecs, findImportCodec, importCodecs } from "./registry.ts";

const given = ["pred_eflomal_zh-en.jsonl", "eat_llm_th-en.jsonl", "pud_de-en.jsonl", "uner_ru_dev.iob2"];
const { records: real } = parse(codecs.pairs, fixture("eat_llm_th-en.jsonl"));

/** Real files, and real segments as every codec writes them. */
const written = exportCodecs.map(async (codec) => {
  const { bytes } = await writeAny(codec, real, { sourceLang: "th" });
  return bytes;
});
const files = [...given.map(fixture), ...(await Promise.all(written))];

/** A stretch of a real file, damaged: bytes replaced, inserted, taken out, repeated. */
const damaged: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...files), fc.nat(20_000), fc.nat(4000))
  .chain(([file, from, length]) => {
    const stretch = [...file.subarray(from % file.length, (from % file.length) + length)];
    const token = fc.constantFrom(
      "\n",
      "\r\n",
      '"',
      "{",
      "}",
      ",",
      "[",
      "\\ud800",
      "\\u0000",
      "1",
      "-",
      "\t",
      "I-PER",
      "\ufeff",
    );
    const insert = fc.oneof(
      fc.uint8Array({ maxLength: 4 }).map((bytes) => [...bytes]),
      token.map((text) => [...bytesOf(text)]),
    );
    return fc.array(fc.tuple(fc.nat(length), fc.nat(6), insert), { maxLength: 6 }).map((changes) => {
      for (const [at, count, bytes] of changes) stretch.splice(at % (stretch.length + 1), count, ...bytes);
      return Uint8Array.from(stretch);
    });
  });

describe.each(importCodecs)("$title", (codec) => {
  it("reads anything without a crash, adds up, and takes in only what is right", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
        const { items, records, totals } = await parseAny(codec, bytes, {
          sourceLang: "zh",
          otherLanguage: "warning",
        });
        expect(totals.rows).toBe(totals.records + totals.bad);
        expect(records).toHaveLength(totals.records);
        expect(items.filter(({ kind }) => kind === "bad")).toHaveLength(totals.bad);
        expect(totals.spans).toBe(records.flatMap(({ annotation }) => annotation.spans).length);
        expect(totals.links).toBe(records.flatMap(({ annotation }) => annotation.links).length);
        for (const item of items) {
          const diagnostics =
            item.kind === "record"
              ? item.warnings
              : item.kind === "bad"
                ? item.diagnostics
                : [item.diagnostic];
          for (const diagnostic of diagnostics) diagnosticSchema.parse(diagnostic);
          if (item.kind === "bad") expect(item.diagnostics[0]?.severity).toBe("error");
        }
        for (const record of records) expect(problemsOf(record.annotation)).toEqual([]);
        // What went in comes out of each format again.
        for (const other of exportCodecs) {
          const reader = findImportCodec(other.id);
          // Files that belong together have tests of their own.
          if (reader && "createArchiveParser" in reader) continue;
          const { bytes: out, serialiser } = await writeAny(other, records, { sourceLang: "zh" });
          // A text that is put together again otherwise can have characters where there were edges.
          if (!reader || serialiser.losses().some(({ code }) => code === "spacing")) continue;
          const back = await parseAny(reader, out, { sourceLang: "zh", otherLanguage: "warning" });
          expect([other.id, back.bad]).toEqual([other.id, []]);
          expect([other.id, back.totals.spans]).toEqual([other.id, serialiser.totals.spans]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
