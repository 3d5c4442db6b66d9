import { describe, expect, it } from "vitest";
import { fixture, parse, write } from "../../test/support.ts";
import { tmxCodec } from "./codec.ts";

const file = (units: string, before = "") =>
  `<?xml version="1.0"?>\n${before}<tmx version="1.4"><header srclang="en"/><body>\n${units}\n</body></tmx>\n`;
const unit = (zh: string, en = "Ann", more = "") =>
  `<tu tuid="1">${more}<tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="zh-CN"><seg>${zh}</seg></tuv></tu>`;

describe("a TMX file", () => {
  it("of TICO-19 gives its units", () => {
    const { records, bad, remarks } = parse(tmxCodec, fixture("tico19_en-zh.tmx"), { sourceLang: "zh" });
    expect([bad, remarks]).toEqual([[], []]);
    expect(records).toHaveLength(12);
    expect(records[0]).toMatchObject({
      id: "CMU_1:1",
      sourceLang: "zh",
      annotation: {
        sourceText: "这些症状已持续多长时间？",
        pivotText: "about how long have these symptoms been going on?",
      },
      meta: { extra: { note: expect.stringContaining("medical_domain") } },
    });
  });

  it("gives entities, references and CDATA as text, and inline tags as nothing, with a warning", () => {
    const inline = `安&amp;<bpt i="1">&lt;b></bpt>见<hi>了</hi><ph x="1"/><ept i="1">&lt;/b></ept>&#x1F44D;<![CDATA[<博>]]>`;
    const { records, remarks } = parse(tmxCodec, file(unit(inline)), { sourceLang: "zh" });
    expect(records[0]?.annotation.sourceText).toBe("安&见了👍<博>");
    expect(remarks.map(({ code, row }) => `${row} ${code}`)).toEqual(
      ["3 language_variant", "3 inline_tags"].toSorted(),
    );
  });

  it("expands nothing that a document type declares", () => {
    const bomb = `<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n`;
    for (const name of ["b", "x"]) {
      const { records, remarks } = parse(tmxCodec, file(unit(`&${name};`), bomb));
      expect(records).toEqual([]);
      expect(remarks.at(-1)).toMatchObject({ severity: "error", code: "xml" });
    }
    const named = parse(tmxCodec, file(unit("安"), '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'));
    expect(named.records).toHaveLength(1);
  });

  it.each([
    ["a unit without the language", file('<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu>'), "missing"],
    ["an empty source", file(unit("")), "empty"],
    ["another language", file(unit("안").replace("zh-CN", "ko")), "other_language"],
  ])("with %s has a bad row", (_, text, code) => {
    expect(parse(tmxCodec, text, { sourceLang: "zh" }).bad[0]?.[0]?.code).toBe(code);
  });

  it.each([
    ["a tag that is not closed", file(`${unit("安")}<tu>`), "xml", 1],
    ["another root", "<html></html>", "xml", 0],
    ["no unit", file(""), "empty_file", 0],
    ["nothing", " \n", "empty_file", 0],
    ["a unit without end", file(`<tu>${"x".repeat(3000)}`), "line_too_long", 0],
  ])("with %s says so and keeps what came before", (_, text, code, records) => {
    const read = parse(
      tmxCodec,
      text,
      { maxLineBytes: 2000 },
      [...text].map((_, at) => at),
    );
    expect(read.remarks.at(-1)).toMatchObject({ severity: "error", code });
    expect(read.records).toHaveLength(records);
  });

  it("is written as valid XML whatever the text", () => {
    const { records } = parse(tmxCodec, file(unit("a &lt;b> &amp; &#13;&#10; ]]&gt; &quot;"), ""));
    const { text } = write(tmxCodec, records, "zh");
    expect(text).toContain('<seg>a &lt;b&gt; &amp; &#13;\n ]]&gt; "</seg>');
    expect(parse(tmxCodec, text).records).toEqual(records);
  });
});
