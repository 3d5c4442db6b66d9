import { describe, expect, it } from "vitest";
import { problemsOf } from "../../shared/test/invariants.ts";
import { fixture, parse, write } from "../test/support.ts";
import { conllCodec } from "./conll/codec.ts";
import { conlluCodec } from "./conllu/codec.ts";
import { detectFormat } from "./detect.ts";
import { klueCodec } from "./klue/codec.ts";

const textOf = (name: string): string => new TextDecoder().decode(fixture(name));

describe("excerpts of real corpora", () => {
  // Spans counted with grep: tags that begin an entity.
  it.each([
    { name: "corpora/thainer_th.conll", codec: conllCodec, lang: "th", rows: 40, spans: 98, remarks: 1 },
    { name: "corpora/hiner_hi.conll", codec: conllCodec, lang: "hi", rows: 40, spans: 91, remarks: 1 },
    { name: "corpora/klue_ko_char.tsv", codec: klueCodec, lang: "ko", rows: 20, spans: 65, remarks: 0 },
    { name: "corpora/ud_ja_gsd_ne.conllu", codec: conlluCodec, lang: "ja", rows: 30, spans: 10, remarks: 0 },
  ])("$name", ({ name, codec, lang, rows, spans, remarks }) => {
    const bytes = fixture(name);
    expect(detectFormat(name, bytes)?.codec.id).toBe(codec.id);
    expect(detectFormat("data.txt", bytes)?.codec.id).toBe(codec.id);
    const read = parse(codec, bytes, { file: name, sourceLang: lang });
    expect(read.bad).toEqual([]);
    expect(read.remarks).toHaveLength(remarks);
    expect(read.totals).toMatchObject({ rows, records: rows, spans });
    for (const { annotation } of read.records) expect(problemsOf(annotation)).toEqual([]);
    const { text } = write(codec, read.records, lang);
    const again = parse(codec, text, { file: name, sourceLang: lang });
    expect(again.bad).toEqual([]);
    expect(write(codec, again.records, lang).text).toBe(text);
    expect(again.totals.spans).toBe(spans);
  });

  it("the treebank comes out as it went in, byte for byte", () => {
    const original = textOf("corpora/ud_ja_gsd_ne.conllu");
    const { records } = parse(conlluCodec, original, { sourceLang: "ja" });
    const { text, serialiser } = write(conlluCodec, records, "ja");
    expect(text).toBe(original);
    expect(serialiser.losses()).toEqual([]);
  });

  it("the character file comes out as it went in, byte for byte", () => {
    const original = textOf("corpora/klue_ko_char.tsv");
    const { records } = parse(klueCodec, original, { sourceLang: "ko" });
    const { text, serialiser } = write(klueCodec, records, "ko");
    expect(text).toBe(original);
    expect(serialiser.losses()).toEqual([]);
  });

  it("the Thai text is put together without spaces, the Hindi one with them", () => {
    const thai = parse(conllCodec, fixture("corpora/thainer_th.conll"), { sourceLang: "th" }).records;
    expect(thai[2]?.annotation.sourceText.startsWith("ตามที่นางประนอม ทองจันทร์ กับ ด.ช.")).toBe(true);
    const hindi = parse(conllCodec, fixture("corpora/hiner_hi.conll"), { sourceLang: "hi" }).records;
    expect(hindi[0]?.annotation.sourceText.startsWith("अमरीकी सेना के प्रवक्ता कैप्टन विलियम")).toBe(true);
  });
});
