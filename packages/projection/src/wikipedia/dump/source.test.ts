import { describe, expect, it } from "vitest";
import { findPairs } from "../build.ts";
import type { EnglishName, Outcome } from "../names.ts";
import { type DumpFile, type DumpFiles, readDumps } from "./source.ts";

const file = (name: string, text: string, size = 7): DumpFile => ({
  name,
  open: async function* () {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  },
});

const page = file(
  "enwiki-page.sql.gz",
  `CREATE TABLE \`page\` (
  \`page_id\` int,
  \`page_namespace\` int,
  \`page_title\` varbinary(255),
  \`page_is_redirect\` tinyint,
  PRIMARY KEY (\`page_id\`)
);
INSERT INTO \`page\` VALUES (1,0,'Barack_Obama',0),(2,0,'Obama',1),(3,1,'Barack_Obama',0),(4,0,'Mercury',0),
(5,0,'O\\'Neill',0),(6,0,'Acme_Ltd',1),(7,0,'Berlin_Wall',0),(8,0,'Nowhere_Ltd',1),(9,0,'508',0),(10,0,'Bangkok',0);
`,
);
const redirect = file(
  "enwiki-redirect.sql.gz",
  "INSERT INTO `redirect` VALUES (2,0,'Barack_Obama','',''),(6,0,'Berlin_Wall','','Firms'),(8,0,'508','','');\n",
);
const props = file(
  "enwiki-page_props.sql.gz",
  "INSERT INTO `page_props` VALUES (4,'disambiguation','',NULL);\n",
);
const langlinks = file(
  "enwiki-langlinks.sql.gz",
  "INSERT INTO `langlinks` VALUES (1,'zh','贝拉克·奥巴马'),(1,'de','Barack Obama'),(5,'zh','奧尼爾'),(9,'zh','508年'),(7,'zh',''),(10,'zh','曼谷');\n",
);
const texts = file(
  "zh.jsonl",
  `{"index":{"_type":"_doc","_id":"1"}}
{"title":"贝拉克·奥巴马","opening_text":"貝拉克·奧巴馬是美國政治家。","text":"…","namespace":0,"version":77,"page_id":11}
not json
{"title":"奥尼尔","text":"奧尼爾是籃球員。","redirect":[{"title":"奧尼爾","namespace":0}]}
{"title":"508年","text":"508年。"}`,
);

const files: DumpFiles = {
  tables: { page, redirect, page_props: props, langlinks },
  texts: [{ side: "target", file: texts }],
};
const names = (...list: string[]): EnglishName[] => list.map((name) => ({ name, label: "PER" }));
const signal = { aborted: false };

async function outcomes(list: EnglishName[], from = files): Promise<Outcome[]> {
  const articles = await readDumps(list, from, { language: "zh", signal });
  if (!articles.ok) throw new Error(articles.error.message);
  const found: Outcome[] = [];
  for await (const batch of findPairs(list, articles.value, { language: "zh", longest: 2000 })) {
    if (!batch.ok) throw new Error(batch.error.message);
    found.push(...batch.value);
  }
  return found;
}

describe("dump files", () => {
  it("give a pair for a name, also over a redirect, with page and revision", async () => {
    const [direct, short] = await outcomes(names("Barack Obama", "Obama"));
    expect(direct).toMatchObject({
      kind: "accepted",
      pair: {
        target: "貝拉克·奧巴馬",
        name: "贝拉克·奥巴马",
        start: 0,
        end: 7,
        steps: ["han_variants"],
        pageId: 11,
        revision: 77,
      },
    });
    expect(short).toMatchObject({
      kind: "accepted",
      pair: { english: "Obama", englishTitle: "Barack Obama" },
    });
  });

  it("know titles with quotes, and titles that have become redirects since", async () => {
    const [found] = await outcomes(names("O'Neill"));
    expect(found).toMatchObject({ kind: "accepted", pair: { target: "奧尼爾", title: "奥尼尔" } });
  });

  it("say why a name has none", async () => {
    const found = await outcomes(
      names("Mercury", "Acme Ltd", "Nowhere Ltd", "Berlin Wall", "Bangkok", "Nobody"),
    );
    expect(found.map((one) => one.kind === "rejected" && one.reason)).toEqual([
      "disambiguation",
      "redirect_to_section",
      "redirect_elsewhere",
      "no_language_link",
      "empty_introduction",
      "no_article",
    ]);
  });

  it("are refused where a table is missing, cut off or another one", async () => {
    const read = (tables: DumpFiles["tables"]) =>
      readDumps(names("Obama"), { tables, texts: [] }, { language: "zh", signal });
    expect(await read({ page })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("langlinks") },
    });
    expect(await read({ page: langlinks, langlinks })).toMatchObject({
      ok: false,
      error: { kind: "unreadable", message: expect.stringContaining("holds no rows of the table page") },
    });
    const cut = file("enwiki-langlinks.sql.gz", "INSERT INTO `langlinks` VALUES (1,'zh','贝拉");
    const row = file("enwiki-langlinks.sql.gz", "INSERT INTO `langlinks` VALUES (1,'zh','贝拉'),(2,'z");
    expect(await read({ page, langlinks: cut })).toMatchObject({ ok: false });
    expect(await read({ page, langlinks: row })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("cut off") },
    });
  });

  it("are left when that is asked for", async () => {
    expect(
      await readDumps(names("Obama"), files, { language: "zh", signal: { aborted: true } }),
    ).toMatchObject({
      ok: false,
      error: { kind: "cancelled" },
    });
  });
});
