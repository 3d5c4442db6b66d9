import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manyTowns, smallWorld, townNames } from "../../../../e2e/support/wikipedia/world.ts";
import { type Ended, type Running, start } from "../helpers/process.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";
import { titlesAsked, useWikipedia } from "./support.ts";

const small = useWikipedia(smallWorld);
const towns = useWikipedia(manyTowns(400));
const world = useWorld();

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "spanbridge-wikipedia-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));
const place = (name: string): string => path.join(dir, name);
const write = async (name: string, content: string | Buffer): Promise<string> => {
  await writeFile(place(name), content);
  return place(name);
};
const read = (name: string): Promise<string> => readFile(place(name), "utf8");
const rowsOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const run = (args: readonly string[], env: Record<string, string> = {}): Running =>
  start("cli/main.ts", args, { SPANBRIDGE_DATA: place("data"), ...env });
const spanbridge = (...args: string[]): Promise<Ended> => run(args).ended;

const asking = (language: string, names: string, apiBase: string, cache: string): string[] => [
  ...["wikipedia", "--lang", language, "--entities", names],
  ...["--api-base", apiBase, "--cache", cache],
];

describe("wikipedia on the command line", { timeout: 240_000 }, () => {
  it("writes corpus, lexicon, training data and what was rejected; the offline engine reads the lexicon", async () => {
    const names = await write(
      "names.txt",
      "English\nBerlin\tLOC\nEU\tORG\nBurma\tLOC\nVenantius AB\tORG\nBerlin\tLOC\n",
    );
    const done = await spanbridge(
      ...asking("zh", names, small().apiBase, place("one.jsonl")),
      ...[
        "--out",
        place("pairs.jsonl"),
        "--lexicon",
        place("names.tsv"),
        "--rejected",
        place("rejected.tsv"),
      ],
      ...["--training", place("train.jsonl"), "--task", "locate", "name", "--json"],
    );
    expect(done).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("4 names: 3 pairs (2 letter by letter, 1 explained), 1 rejected."),
    });
    expect(JSON.parse(done.stdout)).toMatchObject({
      names: 4,
      accepted: 3,
      rejected: { redirect_elsewhere: 1, no_article: 0 },
      steps: { han_variants: 1 },
    });
    expect(rowsOf(await read("pairs.jsonl"))[2]).toEqual({
      eng_entity: "Burma",
      tgt_entity: "緬甸",
      text: "緬甸聯邦共和國，通稱緬甸，是東南亞國家。",
      start: 0,
      end: 2,
      label: "LOC",
      name: "缅甸",
      steps: ["han_variants"],
      lang: "zh",
      title: "缅甸",
      english_title: "Myanmar",
      page_id: expect.any(Number),
      revision: expect.any(Number),
      url: expect.stringContaining("zh.wikipedia.org"),
      licence: "CC BY-SA 4.0",
    });
    expect(await read("names.tsv")).toBe(
      "english\ttarget\tlabel\nBerlin\t柏林\tLOC\nEU\t欧洲联盟\tORG\nBurma\t缅甸\tLOC\n",
    );
    expect(await read("rejected.tsv")).toBe("english\treason\tpage\nVenantius AB\tredirect_elsewhere\t508\n");
    const examples = rowsOf(await read("train.jsonl"));
    expect(examples).toHaveLength(6);
    expect(examples[0]).toMatchObject({
      messages: expect.arrayContaining([
        {
          role: "user",
          content: expect.stringContaining("Phrase in English (LOC): Berlin\nText in Chinese: 柏林（德語"),
        },
        { role: "assistant", content: "柏林" },
      ]),
    });

    const text = "歐洲聯盟在柏林開會。";
    const row = {
      id: "1",
      source_lang: "zh",
      source_text: text,
      english_text: "The EU met in Berlin.",
      english_entities: [
        { id: "e1", start: 4, end: 6, label: "ORG" },
        { id: "e2", start: 14, end: 20, label: "LOC" },
      ],
    };
    const source = await write("in.jsonl", `${JSON.stringify(row)}\n`);
    await spanbridge(
      "project",
      "--in",
      source,
      "--out",
      place("projected.jsonl"),
      "--lexicon",
      place("names.tsv"),
    );
    expect(rowsOf(await read("projected.jsonl"))[0]).toMatchObject({
      source_entities: [{ text: "歐洲聯盟" }, { text: "柏林" }],
    });
  });

  it("writes and reads the published shape; each pair is validated anew", async () => {
    const names = await write("published.txt", "Berlin\nTaiwan\n");
    await spanbridge(
      ...asking("zh", names, small().apiBase, place("one.jsonl")),
      "--out",
      place("corpus.json"),
    );
    expect(JSON.parse(await read("corpus.json"))).toEqual([
      { eng_entity: "Berlin", tgt_entity: "柏林", text: expect.any(String) },
      { eng_entity: "Taiwan", tgt_entity: "臺灣", text: "臺灣是位於東亞的島嶼。" },
    ]);
    expect(rowsOf(await read("corpus.sources.jsonl"))[1]).toMatchObject({
      title: "台湾",
      licence: "CC BY-SA 4.0",
    });

    const corpus = [
      { eng_entity: "Germany", tgt_entity: "德国", text: "德意志聯邦共和國，通稱德國。" },
      { eng_entity: "Fischler", tgt_entity: "别人", text: "一段无关的文字。" },
      { eng_entity: "No text" },
    ];
    const done = await spanbridge(
      "wikipedia",
      "--lang",
      "zh",
      "--from-corpus",
      await write("given.json", JSON.stringify(corpus)),
      "--out",
      place("checked.jsonl"),
      "--json",
    );
    expect(done.code).toBe(1);
    expect(done.stderr).toContain("1 rows could not be read.");
    expect(JSON.parse(done.stdout)).toMatchObject({
      names: 2,
      accepted: 1,
      rejected: { title_not_in_text: 1 },
    });
    expect(rowsOf(await read("checked.jsonl"))).toMatchObject([
      { tgt_entity: "德國", start: 11, end: 13, steps: ["han_variants"] },
    ]);
  });

  it("goes on where it was killed: no title whose answer was kept is asked for again", async () => {
    const names = await write("towns.txt", townNames(400).join("\n"));
    const args = [
      ...asking("zh", names, towns().apiBase, place("killed.jsonl")),
      "--out",
      place("towns.jsonl"),
    ];
    towns().mischief = () => ({ kind: "slow", milliseconds: 30 });
    for (const after of [3, 7]) {
      const before = towns().asked.length;
      const running = run(args);
      await until(async () => towns().asked.length >= before + after);
      running.child.kill("SIGKILL");
      await running.ended;
    }
    const lost = towns().asked.filter(({ answered }) => !answered).length;
    const ended = await run(args).ended;
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining("400 names: 400 pairs") });
    const asked = titlesAsked(towns().asked);
    // What was on its way when it was killed was asked again; one question each time, at most two of them answered unseen.
    const questions = new Map<string, number>();
    for (const title of asked) questions.set(title, (questions.get(title) ?? 0) + 1);
    const twice = [...questions.values()].filter((count) => count > 1).length;
    expect(twice).toBeLessThanOrEqual(2 * 50);
    expect(lost).toBeLessThanOrEqual(2);
    expect(questions.size).toBe(800);
    expect(rowsOf(await read("towns.jsonl"))).toHaveLength(400);
  });

  it("stops on Ctrl-C, writes nothing half, and says how it goes on", async () => {
    const names = await write("towns.txt", townNames(400).join("\n"));
    towns().mischief = () => ({ kind: "slow", milliseconds: 30 });
    const running = run([
      ...asking("zh", names, towns().apiBase, place("stopped.jsonl")),
      "--out",
      place("stopped-pairs.jsonl"),
    ]);
    await until(async () => towns().asked.length >= 5);
    running.child.kill("SIGINT");
    const ended = await running.ended;
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Stopped\. \d+ names are done; the same command goes on/),
    });
    await expect(read("stopped-pairs.jsonl")).rejects.toThrow();
    const asked = titlesAsked(towns().asked.filter(({ answered }) => answered));
    towns().asked.length = 0;
    towns().mischief = () => undefined;
    await spanbridge(
      ...asking("zh", names, towns().apiBase, place("stopped.jsonl")),
      "--out",
      place("stopped-pairs.jsonl"),
    );
    const later = titlesAsked(towns().asked);
    expect(later.filter((title) => asked.includes(title)).length).toBeLessThanOrEqual(50);
    expect(rowsOf(await read("stopped-pairs.jsonl"))).toHaveLength(400);
  });

  it("reads packed dump files", async () => {
    const page = await write(
      "enwiki-20261101-page.sql.gz",
      gzipSync("INSERT INTO `page` VALUES (1,0,'Berlin',0),(2,0,'Côte_d\\'Ivoire',0);\n"),
    );
    const links = await write(
      "enwiki-20261101-langlinks.sql.gz",
      gzipSync("INSERT INTO `langlinks` VALUES (1,'zh','柏林'),(2,'zh','科特迪瓦');\n"),
    );
    const texts = await write(
      "zhwiki-20261101-cirrussearch-content.json.gz",
      gzipSync(
        '{"index":{"_id":"7"}}\n{"title":"柏林","opening_text":"柏林是德國首都。","namespace":0,"version":12,"page_id":7}\n{"index":{"_id":"8"}}\n{"title":"科特迪瓦","opening_text":"科特迪瓦共和國在西非。","namespace":0,"version":13,"page_id":8}\n',
      ),
    );
    const names = await write("dump-names.txt", "Berlin\nCôte d'Ivoire\nNobody\n");
    const done = await spanbridge(
      "wikipedia",
      "--lang",
      "zh",
      "--entities",
      names,
      "--from-dump",
      page,
      links,
      texts,
      "--out",
      "-",
    );
    expect(done).toMatchObject({ code: 0, stderr: expect.stringContaining("3 names: 2 pairs") });
    expect(rowsOf(done.stdout)).toMatchObject([
      { tgt_entity: "柏林", revision: 12, page_id: 7 },
      { tgt_entity: "科特迪瓦", url: "https://zh.wikipedia.org/wiki/%E7%A7%91%E7%89%B9%E8%BF%AA%E7%93%A6" },
    ]);
  });

  it("takes the names of a project and puts the pairs into its memory", async () => {
    const { as, owner, bring, db } = world();
    await as(owner).projects.create({ name: "News", sourceLang: "zh" });
    await bring("news", [
      {
        id: "1",
        source_text: "柏林",
        english_text: "Berlin met Nobody.",
        source_entities: [{ id: "s1", start: 0, end: 2, label: "LOC" }],
        english_entities: [
          { id: "e1", start: 0, end: 6, label: "LOC" },
          { id: "e2", start: 11, end: 17, label: "PER" },
        ],
        links: [["e1", "s1"]],
      },
      {
        id: "2",
        source_text: "歐盟",
        english_text: "The EU.",
        english_entities: [{ id: "e1", start: 4, end: 6, label: "ORG" }],
      },
    ]);
    const args = [
      "wikipedia",
      "--lang",
      "zh",
      "--project",
      "News",
      "--api-base",
      small().apiBase,
      "--cache",
      place("project.jsonl"),
      "--to-memory",
    ];
    const open = await run([...args, "--open"], { DATABASE_URL: db.url }).ended;
    expect(open).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("Memory of News: 1 pairs added, 0 known.\n2 names: 1 pairs"),
    });
    const all = await run(args, { DATABASE_URL: db.url }).ended;
    expect(all.stderr).toContain("Memory of News: 1 pairs added, 1 known.\n3 names: 2 pairs");
    const { entries } = await as(owner).memory.list({ project: "news", order: "pivot" });
    expect(
      entries.map(({ pivot, source, label, origin, reference }) => [pivot, source, label, origin, reference]),
    ).toEqual([
      ["Berlin", "柏林", "LOC", "wikipedia", expect.stringContaining("zh.wikipedia.org")],
      ["EU", "欧洲联盟", "ORG", "wikipedia", expect.stringContaining("zh.wikipedia.org")],
    ]);
  });

  it("says what is wrong with its options", async () => {
    const names = await write("some.txt", "Berlin\n");
    for (const [args, told] of [
      [["--lang", "en", "--entities", names], "the names are English"],
      [["--lang", "zh", "--entities", names, "--to-memory"], "with --project"],
      [["--lang", "zh", "--entities", names], "Wikipedia wants to know who asks"],
      [["--lang", "zh", "--entities", place("missing.txt"), "--contact", "a@b.c"], "cannot be read"],
    ] as const) {
      expect(await spanbridge("wikipedia", ...args)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining(told),
      });
    }
  });
});
