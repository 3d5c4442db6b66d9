import { gzipSync, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bytesOf, fixture } from "../../test/support.ts";
import type { ParsedItem } from "../codec.ts";
import type { ReadOptions } from "./options.ts";
import { FileReader } from "./reader.ts";

const pairs = fixture("eat_llm_th-en.jsonl");

async function read(bytes: Uint8Array, options: Partial<ReadOptions> = {}, piece = 1000) {
  const reader = new FileReader({ file: "upload", labels: null, ...options });
  const items: ParsedItem[] = [];
  const largest = { items: 0 };
  for (let at = 0; at < bytes.length; at += piece) {
    for await (const some of reader.push(bytes.slice(at, at + piece))) {
      items.push(...some);
      largest.items = Math.max(largest.items, some.length);
    }
  }
  for await (const some of reader.end()) items.push(...some);
  const records = items.filter(({ kind }) => kind === "record").length;
  const told = items.flatMap((item) => (item.kind === "file" ? [item.diagnostic] : []));
  return { codec: reader.codec?.id ?? reader.codec, records, told, items };
}

const zip = (files: Zippable) => zipSync(files);

describe("a file", () => {
  it.each([1, 37, 1_000_000])("reads the same packed and unpacked, %i bytes at a time", async (piece) => {
    const plain = await read(pairs, { file: "a.jsonl" }, piece);
    expect(plain).toMatchObject({ codec: "pairs", records: 30, told: [] });
    const packed = await read(gzipSync(pairs), { file: "a.jsonl" }, piece);
    expect(packed.items).toEqual(plain.items);
    const zipped = await read(zip({ "folder/": new Uint8Array(0), "folder/x.jsonl": pairs }), {}, piece);
    expect(zipped).toMatchObject({ codec: "pairs", records: 30, told: [] });
  });

  it("of an archive is read with the others of its format; others are named, system files passed over", async () => {
    const { records, told } = await read(
      zip({
        "a.jsonl": pairs,
        "../../etc/b.jsonl": [pairs, { level: 0 }],
        "README.md": bytesOf("Read me."),
        "__MACOSX/._a.jsonl": bytesOf("x"),
        "c.zip": zip({ "d.jsonl": pairs }),
      }),
    );
    expect(records).toBe(60);
    expect(told.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "warning: README.md was left out: it is not in the format of the other files.",
      "error: c.zip is packed itself: archives within archives are not read.",
    ]);
  });

  it("that is bad names its archive and itself, without its folders", async () => {
    const { items } = await read(zip({ "x/y.jsonl": bytesOf('{"source_text":""}\n') }), { file: "up.zip" });
    expect(items[0]).toMatchObject({
      kind: "bad",
      diagnostics: [{ file: "up.zip/y.jsonl", row: 1, code: "empty" }],
    });
  });

  it.each([
    ["in no format", bytesOf("Dear Ann,\n"), null, []],
    ["packed twice", gzipSync(gzipSync(pairs)), null, ["archive"]],
    ["an archive without files", zip({}), null, []],
    ["an archive in no format", zip({ "a.bin": bytesOf("Dear Ann,\n") }), null, ["archive"]],
    ["cut off", gzipSync(pairs).subarray(0, 3000), null, ["archive"]],
  ])("%s is told as such", async (_, bytes, codec, codes) => {
    const result = await read(bytes);
    expect(result.codec).toBe(codec);
    expect(result.told.map(({ code }) => code)).toEqual(codes);
  });

  it("keeps what came before damage, and never throws", async () => {
    const bytes = zip({ "a.jsonl": pairs, "b.jsonl": pairs });
    for (let at = 10; at < bytes.length; at += 701) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const { items } = await read(damaged);
      expect(items.every((item) => item.kind !== "file" || item.diagnostic.message.length > 10)).toBe(true);
    }
    const cut = await read(bytes.subarray(0, bytes.length - 4000));
    expect(cut.records).toBeGreaterThanOrEqual(30);
  });
});

describe("a bomb", () => {
  it.each(["gzip", "zip"])(
    "of %s is stopped at the ratio before it has filled the memory",
    async (packing) => {
      const zeros = new Uint8Array(64 * 1024 * 1024).fill(0x20);
      const bytes = packing === "gzip" ? gzipSync(zeros) : zip({ "a.jsonl": zeros });
      const { told, records } = await read(bytes, { file: "a.jsonl" });
      expect(records).toBe(0);
      expect(told.at(-1)).toMatchObject({ severity: "error", code: "archive_bomb" });
    },
  );

  it("is stopped at the number of bytes and of files as well", async () => {
    const limits = { ratio: 200, bytes: pairs.length + 1000, files: 3 };
    const large = await read(zip({ "a.jsonl": pairs, "b.jsonl": pairs }), { limits });
    expect(large.told.at(-1)?.code).toBe("archive_bomb");
    expect(large.records).toBeGreaterThanOrEqual(30);
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`${at}.jsonl`, bytesOf("{}\n")]));
    expect((await read(zip(many), { limits })).told.at(-1)?.code).toBe("archive_bomb");
  });
});
