import { describe, expect, it } from "vitest";
import { parse, write } from "../../test/support.ts";
import { conlluCodec } from "./codec.ts";

/** Multiword tokens, an empty node, attributes of their own and a key for entities that is not ours. */
const spanish = (key: string): string => `# newdoc id = d1
# newpar id = p1
# sent_id = s1
# text = Vámonos al mar, Ann Lee
# translit = x
1-2\tVámonos\t_\t_\t_\t_\t_\t_\t_\tName=X
1\tVamos\tir\tVERB\t_\t_\t0\troot\t_\t${key}=O
2\tnos\tnosotros\tPRON\t_\t_\t1\tobj\t_\t${key}=O
2.1\tellos\tellos\tPRON\t_\t_\t_\t_\t1:nsubj\tCopyOf=1
3-4\tal\t_\t_\t_\t_\t_\t_\t_\t_
3\ta\ta\tADP\t_\t_\t5\tcase\t_\t_
4\tel\tel\tDET\t_\t_\t5\tdet\t_\t_
5\tmar\tmar\tNOUN\t_\t_\t1\tobl\t_\t${key}=B-LOC|SpaceAfter=No
6\t,\t,\tPUNCT\t_\t_\t5\tpunct\t_\t_
7\tAnn\tAnn\tPROPN\t_\t_\t1\tvoc\t_\t${key}=B-PER
8\tLee\tLee\tPROPN\t_\t_\t7\tflat\t_\t${key}=I-PER|SpacesAfter=\\n

`;

describe("CoNLL-U", () => {
  it.each([
    ["NE", {}],
    ["NER", {}],
    ["Ent", { key: "Ent" }],
  ])("reads entities behind %s, over multiword tokens and empty nodes", (key, options) => {
    const { records, bad, remarks } = parse(conlluCodec, spanish(key), { sourceLang: "es", options });
    expect([bad, remarks]).toEqual([[], []]);
    const [record] = records;
    expect(record).toMatchObject({ id: "s1", document: "d1" });
    expect(record?.annotation.spans).toMatchObject([
      { start: 11, end: 14, label: "LOC" },
      { start: 16, end: 23, label: "PER" },
    ]);
  });

  it("leaves what it does not know as it is", () => {
    const { records } = parse(conlluCodec, spanish("NER"), { sourceLang: "es" });
    const { text } = write(conlluCodec, records, "es");
    for (const line of [
      "# newpar id = p1",
      "# translit = x",
      "2.1\tellos\tellos\tPRON\t_\t_\t_\t_\t1:nsubj\tCopyOf=1",
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toContain("1-2\tVámonos\t_\t_\t_\t_\t_\t_\t_\tName=X\n");
    expect(text).toContain("5\tmar\tmar\tNOUN\t_\t_\t1\tobl\t_\tSpaceAfter=No|NE=U-LOC\n");
    expect(text).not.toContain("NER=");
  });
});
