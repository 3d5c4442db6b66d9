import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Text } from "@spanbridge/shared";
import { isApiBase } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { manyTowns, smallWorld, townNames } from "../../../../e2e/support/wikipedia/world.ts";
import { cacheAt, requireContact } from "../../src/wikipedia/address.ts";
import { corpusRow, publishedRow, readCorpus } from "../../src/wikipedia/corpus.ts";
import { DiskCache } from "../../src/wikipedia/disk-cache.ts";
import { userAgent } from "../../src/wikipedia/transport.ts";
import { memoryCache, quickClock, said, search, titlesAsked, useWikipedia } from "./support.ts";

const small = useWikipedia(smallWorld);
const towns = useWikipedia(manyTowns(130));

describe("names in Wikipedia", () => {
  it("are found over redirects and normalised titles, and every other one has its reason", async () => {
    const names = [
      "Berlin",
      "EU",
      "Burma",
      "barack Obama",
      "Taiwan",
      "Queen (band)",
      "Mercury",
      "Venantius AB",
      "Acme Ltd",
      "Lonely Town",
      "Silent Town",
      "Odd Town",
      "Nobody",
      "BERLIN",
      "a|b",
    ];
    const { outcomes, failure } = await search(small(), names);
    expect(failure).toBeUndefined();
    expect(said(outcomes)).toEqual([
      ["Berlin", "柏林"],
      ["EU", "欧洲联盟"],
      ["Burma", "緬甸"],
      ["barack Obama", "貝拉克·奧巴馬"],
      ["Taiwan", "臺灣"],
      ["Queen (band)", "皇后乐队"],
      ["Mercury", "disambiguation"],
      ["Venantius AB", "redirect_elsewhere"],
      ["Acme Ltd", "redirect_to_section"],
      ["Lonely Town", "no_language_link"],
      ["Silent Town", "empty_introduction"],
      ["Odd Town", "title_not_in_text"],
      ["Nobody", "no_article"],
      ["BERLIN", "柏林"],
      ["a|b", "no_article"],
    ]);
    const pairs = outcomes.flatMap((one) => (one.kind === "accepted" ? [one.pair] : []));
    for (const pair of pairs) {
      const { text, target, start, end, revision, url } = pair;
      expect(text.slice(start).startsWith(target)).toBe(true);
      expect([...text].slice(start, end).join("")).toBe(target);
      expect(revision).toBeGreaterThan(0);
      expect(url).toMatch(/^https:\/\/zh\.wikipedia\.org\/wiki\//);
    }
    expect(pairs.find(({ english }) => english === "Taiwan")).toMatchObject({
      title: "台湾",
      name: "臺灣",
      steps: [],
    });
  });

  it.each([
    ["ar", ["Berlin", "Barack Obama", "Bangkok"], ["بَرلين", "باراك حسين أوباما", "no_language_link"]],
    ["th", ["Berlin", "Bangkok"], ["เบอร์ลิน", "กรุงเทพมหานคร"]],
    ["hi", ["Berlin", "Bangkok", "New Delhi"], ["बर्लिन", "बैंकॉक", "नई दिल्ली"]],
    ["zh-TW", ["Berlin"], ["柏林"]],
  ])("are found in %s", async (language, names, expected) => {
    const { outcomes } = await search(small(), names, { language });
    expect(said(outcomes).map(([, target]) => target)).toEqual(expected);
    for (const one of outcomes) {
      if (one.kind === "accepted")
        expect(new Text(one.pair.text).length).toBeGreaterThanOrEqual(one.pair.end);
    }
  });

  it("are asked for fifty at a time, introductions twenty, one question after the other, with name and contact", async () => {
    const { outcomes } = await search(towns(), townNames(130));
    expect(outcomes.filter(({ kind }) => kind === "accepted")).toHaveLength(130);
    const { asked, atOnce } = towns();
    expect(asked.filter(({ wiki }) => wiki === "en").map(({ titles }) => titles.length)).toEqual([
      50, 50, 30,
    ]);
    expect(asked.filter(({ wiki }) => wiki === "zh").map(({ titles }) => titles.length)).toEqual([
      20, 20, 10, 20, 20, 10, 20, 10,
    ]);
    expect(atOnce).toBe(1);
    for (const { parameters, userAgent: who } of asked) {
      expect(parameters.get("maxlag")).toBe("5");
      expect(who).toMatch(/^Spanbridge\/\d+\.\d+\.\d+ \(tests@example\.org\)$/);
    }
  });

  it("take an answer in as many pieces as it comes", async () => {
    towns().pieces = { extracts: 3, links: 7 };
    const { outcomes } = await search(towns(), townNames(60));
    expect(outcomes.filter(({ kind }) => kind === "accepted")).toHaveLength(60);
    expect(towns().asked.some(({ parameters }) => parameters.get("excontinue") === "18")).toBe(true);
    expect(towns().asked.some(({ parameters }) => parameters.get("llcontinue") === "49|zh")).toBe(true);
  });
});

describe("what goes wrong", () => {
  it.each([
    [{ kind: "maxlag", retryAfter: "7" } as const, 7000],
    [{ kind: "rate_limited", retryAfter: "30" } as const, 30_000],
    [{ kind: "status", status: 503 } as const, 1000],
    [{ kind: "broken_json" } as const, 1000],
    [{ kind: "ratelimited_error" } as const, 1000],
  ])("in passing is asked again after as long as is wanted: %o", async (mischief, wait) => {
    small().mischief = (_, count) => (count === 0 ? mischief : undefined);
    const clock = quickClock();
    const { outcomes, failure } = await search(small(), ["Berlin"], { clock });
    expect(failure).toBeUndefined();
    expect(said(outcomes)).toEqual([["Berlin", "柏林"]]);
    expect(clock.slept).toContain(wait);
  });

  it("for good ends the search with a reason, after waits that double", async () => {
    small().mischief = () => ({ kind: "status", status: 500 });
    const clock = quickClock();
    const { outcomes, failure } = await search(small(), ["Berlin"], { clock });
    expect([outcomes, failure]).toEqual([[], expect.stringMatching(/^overloaded: .* answered with 500\.$/)]);
    expect(clock.slept.filter((wait) => wait >= 1000)).toEqual([1000, 2000, 4000]);
    expect(small().asked).toHaveLength(4);
  });

  it("and will not pass is not asked again", async () => {
    for (const [mischief, kind] of [
      [{ kind: "status", status: 403 } as const, "refused"],
      [{ kind: "bad_token" } as const, "refused"],
      [{ kind: "no_answer" } as const, "unreadable"],
    ] as const) {
      small().asked.length = 0;
      small().mischief = () => mischief;
      expect((await search(small(), ["Berlin"])).failure).toMatch(new RegExp(`^${kind}: `));
      expect(small().asked).toHaveLength(1);
    }
  });

  it("and hangs is left when the search is stopped", async () => {
    const stop = new AbortController();
    small().mischief = () => {
      stop.abort();
      return { kind: "hang" };
    };
    expect((await search(small(), ["Berlin"], { signal: stop.signal })).failure).toBe("cancelled: Stopped.");
  });

  it("is not asked for again: what was answered before a failure is kept, also that there is nothing", async () => {
    const cache = memoryCache();
    const names = [...townNames(80), "Nobody at all"];
    towns().mischief = (_, count) => (count >= 4 ? { kind: "status", status: 404 } : undefined);
    const first = await search(towns(), names, { cache });
    expect(first.failure).toMatch(/^refused/);
    const answered = titlesAsked(towns().asked.filter(({ answered }) => answered));
    towns().asked.length = 0;
    towns().mischief = () => undefined;
    const second = await search(towns(), names, { cache });
    expect(second.failure).toBeUndefined();
    const again = titlesAsked(towns().asked);
    expect(again.filter((title) => answered.includes(title))).toEqual([]);
    expect(new Set([...answered, ...again]).size).toBe(answered.length + again.length);
    towns().asked.length = 0;
    expect(said((await search(towns(), names, { cache })).outcomes)).toEqual(said(second.outcomes));
    expect(towns().asked).toEqual([]);
  });
});

describe("a corpus", () => {
  it("is read as it was written, in the published shape and in ours", async () => {
    const { outcomes } = await search(small(), ["Berlin", "Burma", "Taiwan", "Queen (band)"]);
    const pairs = outcomes.flatMap((one) => (one.kind === "accepted" ? [one.pair] : []));
    expect(pairs).toHaveLength(4);
    const ours = pairs.map((pair) => `${JSON.stringify(corpusRow(pair))}\n`).join("");
    const published = JSON.stringify(pairs.map(publishedRow));
    for (const text of [ours, published]) {
      const { outcomes: read, problems } = readCorpus("corpus", new TextEncoder().encode(text), "zh");
      expect(problems).toEqual([]);
      expect(said(read)).toEqual(said(outcomes));
      for (const [index, one] of read.entries()) {
        const { start, end, text: whole } = pairs[index] ?? { start: 0, end: 0, text: "" };
        expect(one).toMatchObject({ kind: "accepted", pair: { start, end, text: whole, steps: [] } });
      }
    }
    const [first] = readCorpus("corpus", new TextEncoder().encode(ours), "zh").outcomes;
    expect(first).toMatchObject({
      pair: { title: "柏林", revision: pairs[0]?.revision, url: pairs[0]?.url },
    });
  });
});

describe("answers in a file", () => {
  it("are kept for each address, and half a line of a killed process is passed over", async () => {
    const dir = await mkdtemp(path.join(tmpdir(), "spanbridge-cache-"));
    const place = path.join(dir, "sub", "answers.jsonl");
    const now = new Date();
    const first = await DiskCache.open(place, now, 90);
    const one = cacheAt(first, "http://one/{lang}");
    await one.write([
      { key: { wiki: "en", kind: "links zh", title: "東京 🗼" }, value: { a: ["字", null] } },
      { key: { wiki: "en", kind: "links zh", title: "Nobody" }, value: null },
    ]);
    expect(await one.read("en", "links zh", ["Nobody", "東京 🗼", "Else"])).toEqual(
      new Map<string, unknown>([
        ["Nobody", null],
        ["東京 🗼", { a: ["字", null] }],
      ]),
    );
    expect((await cacheAt(first, "http://two/{lang}").read("en", "links zh", ["Nobody"])).size).toBe(0);
    expect((await one.read("zh", "links zh", ["Nobody"])).size).toBe(0);
    await first.close();
    await appendFile(place, '{"wiki":"http://one/en","kind":"links zh","title":"Half","at":"20');
    const second = await DiskCache.open(place, now, 90);
    const again = cacheAt(second, "http://one/{lang}");
    await again.write([{ key: { wiki: "en", kind: "links zh", title: "New" }, value: 1 }]);
    await second.close();
    const third = await DiskCache.open(place, now, 90);
    const found = await cacheAt(third, "http://one/{lang}").read("en", "links zh", ["Half", "New", "Nobody"]);
    expect([...found]).toEqual([
      ["New", 1],
      ["Nobody", null],
    ]);
    await third.close();
    const later = await DiskCache.open(place, new Date(now.getTime() + 91 * 86_400_000), 90);
    expect((await cacheAt(later, "http://one/{lang}").read("en", "links zh", ["New"])).size).toBe(0);
    await later.close();
    await rm(dir, { recursive: true, force: true });
  });
});

describe("an address", () => {
  it("has the wiki's code in it", () => {
    expect(isApiBase("https://{lang}.wikipedia.org/w/api.php")).toBe(true);
    for (const bad of [
      "https://en.wikipedia.org/w/api.php",
      "ftp://{lang}.example.org",
      "{lang}",
      "https://{lang}.{lang}.org",
    ]) {
      expect(isApiBase(bad)).toBe(false);
    }
  });

  it("elsewhere needs to know who asks", () => {
    const apiBase = "https://{lang}.wikipedia.org/w/api.php";
    expect(() => requireContact({ apiBase, contact: "" })).toThrow(/who asks/);
    expect(() => requireContact({ apiBase, contact: "me" })).toThrow(/who asks/);
    requireContact({ apiBase, contact: "me@example.org" });
    requireContact({ apiBase: "http://127.0.0.1:1/{lang}/w/api.php", contact: "" });
    expect(userAgent("a (b)\r\nx")).toMatch(/^Spanbridge\/[\d.]+ \(a {2}b {3}x\)$/);
  });
});
