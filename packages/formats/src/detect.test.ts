import { describe, expect, it } from "vitest";
import { bytesOf, fixture } from "../test/support.ts";
import { detectFormat } from "./detect.ts";

const detect = (name: string, bytes: Uint8Array) => detectFormat(name, bytes)?.codec.id ?? null;

describe("the format of a file", () => {
  it.each([
    ["pred_eflomal_zh-en.jsonl", "pairs"],
    ["pud_de-en.jsonl", "pairs"],
    ["uner_zh_dev.iob2", "iob2"],
  ])("is told from the content of %s, whatever its name and wherever the excerpt ends", (name, id) => {
    const bytes = fixture(name);
    for (const as of [name, "data.txt", "wrong.iob2", "wrong.jsonl", "WRONG.JSONL"]) {
      expect(detect(as, bytes)).toBe(id);
      expect(detect(as, bytes.subarray(0, 4321))).toBe(id);
    }
  });

  it.each([
    ["empty.jsonl", "", "pairs"],
    ["empty.IOB2", "", "iob2"],
    ["broken.jsonl", "{", "pairs"],
    ["headless.txt", "1\t北京\tB-LOC\t-\t-\n", "iob2"],
    ["marked.txt", '\ufeff\r\n{"source_text": "a"}\r\n', "pairs"],
    ["empty.txt", "", null],
    ["letter.txt", "Dear Ann,\n\nI am in Rome.\n", null],
    ["table.csv", "id,text\n1,a\n", "parallel"],
    ["table.txt", "a\tb\nc\td\n", "parallel"],
    ["memory.xml", '<?xml version="1.0"?>\n<tmx version="1.4">', "tmx"],
    ["records.json", "[\n", "labelstudio"],
  ])("of %s", (name, text, id) => {
    expect(detect(name, bytesOf(text))).toBe(id);
  });

  it("of a file that is no text goes by its name, for its codec to say what is wrong", () => {
    const utf16 = Uint8Array.from(Buffer.from('\ufeff{"source_text":1}', "utf16le"));
    expect(detect("a.jsonl", utf16)).toBe("pairs");
    expect(detect("a.bin", utf16)).toBe(null);
  });
});
