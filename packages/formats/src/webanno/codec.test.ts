import { describe, expect, it } from "vitest";
import { parse, write } from "../../test/support.ts";
import { pairsCodec } from "../pairs/codec.ts";
import { webannoCodec } from "./codec.ts";

const NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

/** As INCEpTION exports it: further layers, stacked and numbered values, parts of tokens, offsets in UTF-16 units. */
const exported = `#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=${NER}|identifier|value
#T_RL=webanno.custom.Rel|label|BT_${NER}


#Text=Ms. Haag 😊 plays Rome\\\\s [x_y]
1-1\t0-3\tMs.\tNNP\t*[1]|*[2]\tPER[1]|PERpart[2]\t_\t_\t
1-2\t4-8\tHaag\tNNP\t*[1]\tPER[1]\t_\t_\t
1-3\t9-11\t😊\t_\t_\t_\t_\t_\t
1-4\t12-17\tplays\tVBD\t_\t_\t_\t_\t
1-4.1\t12-16\tplay\t_\t*\tEV\\_ENT\tin|of\t1-1[1_0]|1-5\t
1-5\t18-24\tRome\\\\s\t_\t*\tLOC\t_\t_\t
1-6\t25-30\t\\[x\\_y\\]\t_\t*\t*\t_\t_\t

#Sentence.id=s2
#Text=One
#Text=Two
2-1\t31-34\tOne\t_\t_\t_\t_\t_\t
2-2\t35-38\tTwo\t_\t*\tPER\t_\t_\t
`;

describe("a WebAnno TSV file", () => {
  it("gives named entities with stacked, numbered and partial ones; a relation within one text is left out", () => {
    const { records, bad, remarks } = parse(webannoCodec, exported);
    expect(bad).toEqual([]);
    expect(records).toMatchObject([
      {
        id: null,
        annotation: {
          sourceText: "Ms. Haag 😊 plays Rome\\s [x_y]",
          spans: [
            { start: 0, end: 8, label: "PER" },
            { start: 0, end: 3, label: "PERpart" },
            { start: 11, end: 15, label: "EV_ENT" },
            { start: 17, end: 23, label: "LOC" },
          ],
        },
      },
      { id: "s2", annotation: { sourceText: "One\nTwo", spans: [{ start: 4, end: 7, label: "PER" }] } },
    ]);
    expect(remarks.map(({ code, row }) => `${row} ${code}`)).toEqual([
      "14 missing",
      "7 link_sides",
      "7 link_sides",
    ]);
  });

  it("gives another layer when asked, and says which there are when it is not there", () => {
    const pos = parse(webannoCodec, exported, { options: { layer: "POS|PosValue" } });
    expect(pos.records[0]?.annotation.spans.map(({ label }) => label)).toEqual(["NNP", "NNP", "VBD"]);
    const none = parse(webannoCodec, exported, { options: { layer: "custom.Frame" } });
    expect(none.remarks[0]).toMatchObject({
      severity: "error",
      message: expect.stringContaining("NamedEntity"),
    });
  });

  it.each([
    ["a token that is not in the text", "#Text=One\n1-1\t0-3\tTwo\t_\t_\t_\t_\t_", "text_mismatch"],
    ["a row that is none", "#Text=One\n1-1\tOne", "columns"],
    ["no text", "1-1\t0-3\tOne\t_\t_\t_\t_\t_", "missing"],
  ])("with %s has a bad row", (_, sentence, code) => {
    const [header = ""] = exported.split("\n\n\n");
    const { bad } = parse(webannoCodec, `${header}\n\n\n${sentence}\n`);
    expect(bad[0]?.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  it("is written with the source before its translation and links as relations", () => {
    const row = {
      id: "n1",
      source_text: "安 見",
      english_text: "Ann_b saw",
      source_entities: [{ id: "s1", start: 0, end: 1, label: "PER" }],
      english_entities: [{ id: "e1", start: 0, end: 5, label: "PER" }],
      links: [["e1", "s1"]],
    };
    const { records } = parse(pairsCodec, JSON.stringify(row));
    expect(write(webannoCodec, records, "zh").text.split("\n\n\n")[1]).toBe(
      `#Sentence.id=n1:source
#Text=安 見
1-1\t0-1\t安\tPER[1]\t_\t_
1-2\t2-3\t見\t_\t_\t_

#Sentence.id=n1:pivot
#Text=Ann_b saw
2-1\t4-9\tAnn\\_b\tPER[2]\tprojects\\_to\t1-1[1_2]
2-2\t10-13\tsaw\t_\t_\t_

`,
    );
  });
});
