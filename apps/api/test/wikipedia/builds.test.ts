import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { WikipediaBuild } from "@spanbridge/shared/contracts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Wikis } from "../../../../e2e/support/wikipedia/pages.ts";
import { manyTowns, smallWorld, townNames } from "../../../../e2e/support/wikipedia/world.ts";
import { startSearches } from "../../src/wikipedia/work.ts";
import { start } from "../helpers/process.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";
import { titlesAsked, useWikipedia } from "./support.ts";

const towns = manyTowns(300);
const pages: Wikis = {
  ...smallWorld,
  en: [...(smallWorld.en ?? []), ...(towns.en ?? [])],
  zh: [...(smallWorld.zh ?? []), ...(towns.zh ?? [])],
};
const wikipedia = useWikipedia(pages);
const world = useWorld();

let stop: () => void = () => undefined;
beforeEach(async () => {
  const { as, owner } = world();
  await as(owner).wikipedia.setSettings({ apiBase: wikipedia().apiBase, contact: "", allowed: true });
});
afterEach(async () => {
  stop();
  await world().app.jobs.stop();
});
const work = async (): Promise<void> => {
  stop = await startSearches(world().app);
};

let made = 0;
/** A project whose translations name these, without counterparts. */
async function project(names: readonly (readonly [string, string])[]): Promise<string> {
  const { as, owner, bring } = world();
  const name = `wiki-${++made}`;
  await as(owner).projects.create({ name, sourceLang: "zh" });
  await bring(
    name,
    names.map(([english, label], index) => ({
      id: `${index}`,
      source_text: "文字",
      english_text: english,
      english_entities: [{ id: "e1", start: 0, end: [...english].length, label }],
    })),
  );
  return name;
}

const caller = () => world().as(world().owner).wikipedia;
async function ended(slug: string, id: string): Promise<WikipediaBuild> {
  let found: WikipediaBuild | undefined;
  await until(async () => {
    found = (await caller().list({ project: slug })).find((one) => one.id === id);
    return found?.state === "done" || found?.state === "failed" || found?.state === "cancelled";
  });
  if (!found) throw new Error("no such search");
  return found;
}

describe("a search in Wikipedia", { timeout: 240_000 }, () => {
  it("finds pairs in the background, puts them into memory, and takes them back", async () => {
    const slug = await project([
      ["Berlin", "LOC"],
      ["EU", "ORG"],
      ["EU", "ORG"],
      ["Mercury", "LOC"],
      ["Nobody", "PER"],
      ["Burma", "LOC"],
    ]);
    expect(await caller().preview({ project: slug, source: "open" })).toEqual({
      names: 5,
      first: ["Berlin", "EU", "Mercury", "Nobody", "Burma"],
      wiki: "zh",
      obstacle: null,
    });
    await work();
    const { id } = await caller().start({ project: slug, source: "open" });
    const build = await ended(slug, id);
    expect(build).toMatchObject({
      state: "done",
      names: { total: 5, waiting: 0, accepted: 3, rejected: 2 },
      inMemory: 0,
      addedAt: null,
    });
    expect(build.reasons).toEqual(
      expect.arrayContaining([
        { reason: "disambiguation", count: 1 },
        { reason: "no_article", count: 1 },
      ]),
    );
    const { outcomes } = await caller().outcomes({ project: slug, build: id, only: "accepted" });
    expect(outcomes.map(({ name, label, pair }) => [name, label, pair?.target, pair?.name])).toEqual([
      ["Berlin", "LOC", "柏林", "柏林"],
      ["EU", "ORG", "欧洲联盟", "欧洲联盟"],
      ["Burma", "LOC", "緬甸", "缅甸"],
    ]);
    const rejected = await caller().outcomes({
      project: slug,
      build: id,
      only: "rejected",
      reason: "no_article",
    });
    expect(rejected).toMatchObject({
      total: 1,
      outcomes: [{ name: "Nobody", reason: "no_article", pair: null }],
    });

    const burma = outcomes.find(({ name }) => name === "Burma")?.position ?? 0;
    const { memory } = world().as(world().owner);
    await memory.put({ project: slug, pivot: "EU", source: "欧洲联盟", label: "ORG" });
    expect(await caller().add({ project: slug, build: id, except: [burma] })).toEqual({ added: 1, known: 1 });
    expect(await caller().add({ project: slug, build: id })).toEqual({ added: 1, known: 2 });
    const entries = async () => (await memory.list({ project: slug, order: "pivot" })).entries;
    expect(
      (await entries()).map(({ pivot, origin, reference }) => [pivot, origin, reference !== ""]),
    ).toEqual([
      ["Berlin", "wikipedia", true],
      ["Burma", "wikipedia", true],
      ["EU", "person", false],
    ]);
    expect((await caller().list({ project: slug }))[0]).toMatchObject({
      inMemory: 2,
      addedAt: expect.any(String),
    });
    expect((await caller().preview({ project: slug, source: "open" })).names).toBe(2);
    expect((await caller().preview({ project: slug, source: "memory" })).names).toBe(3);

    // What a person has changed since is theirs.
    const changed = (await entries()).find(({ pivot }) => pivot === "Berlin");
    await memory.put({ project: slug, id: changed?.id, pivot: "Berlin", source: "柏林", label: "LOC" });
    expect(await caller().takeBack({ project: slug, build: id })).toEqual({ removed: 1, kept: 0 });
    expect((await entries()).map(({ pivot }) => pivot)).toEqual(["Berlin", "EU"]);
  });

  it("keeps what accepted segments have confirmed when it is taken back", async () => {
    const slug = await project([["Berlin", "LOC"]]);
    await work();
    const { id } = await caller().start({ project: slug, source: "entities" });
    await ended(slug, id);
    await caller().add({ project: slug, build: id });
    const { pool } = world().db;
    await pool.query(
      `INSERT INTO memory_use (entry_id, segment_id) SELECT e.id, s.id FROM memory_entry e JOIN segment s ON s.project_id = e.project_id
       WHERE e.build_id = $1`,
      [id],
    );
    expect(await caller().takeBack({ project: slug, build: id })).toEqual({ removed: 0, kept: 1 });
    expect((await world().as(world().owner).memory.list({ project: slug })).entries).toMatchObject([
      { pivot: "Berlin", origin: "review", reference: "" },
    ]);
  });

  it("can be cancelled, and goes on without asking again", async () => {
    const slug = await project(townNames(200).map((name) => [name, "LOC"] as const));
    wikipedia().mischief = (_, count) => (count >= 6 ? { kind: "hang" } : undefined);
    await work();
    const { id } = await caller().start({ project: slug, source: "entities" });
    await until(async () => wikipedia().asked.length > 6);
    expect((await caller().cancel({ project: slug, build: id })).state).toBe("cancelled");
    await expect(caller().cancel({ project: slug, build: id })).resolves.toMatchObject({
      state: "cancelled",
    });
    const before = titlesAsked(wikipedia().asked.filter(({ answered }) => answered));
    wikipedia().asked.length = 0;
    wikipedia().mischief = () => undefined;
    await caller().resume({ project: slug, build: id });
    expect(await ended(slug, id)).toMatchObject({ state: "done", names: { accepted: 200, waiting: 0 } });
    const after = titlesAsked(wikipedia().asked);
    expect(after.filter((title) => before.includes(title))).toEqual([]);
    expect(new Set([...before, ...after]).size).toBe(400);
    // Another project asks for the same names: everything is known.
    wikipedia().asked.length = 0;
    const other = await project(townNames(200).map((name) => [name, "LOC"] as const));
    await ended(other, (await caller().start({ project: other, source: "entities" })).id);
    expect(wikipedia().asked).toEqual([]);
    await expect(caller().resume({ project: slug, build: id })).rejects.toThrow("Nothing is left");
  });

  it("says why it failed, and can be tried again", async () => {
    const slug = await project([["Bangkok", "LOC"]]);
    wikipedia().mischief = () => ({ kind: "bad_token" });
    await work();
    const { id } = await caller().start({ project: slug, source: "entities" });
    expect(await ended(slug, id)).toMatchObject({
      state: "failed",
      error: expect.stringContaining("badvalue"),
      names: { waiting: 1 },
    });
    wikipedia().mischief = () => undefined;
    await caller().resume({ project: slug, build: id });
    expect(await ended(slug, id)).toMatchObject({
      state: "done",
      error: "",
      reasons: [{ reason: "no_language_link", count: 1 }],
    });
  });

  it("is one at a time, and asks nobody whom the owner has not allowed", async () => {
    const slug = await project([["Berlin", "LOC"]]);
    const apiBase = "https://{lang}.wikipedia.org/w/api.php";
    const settings = { apiBase, contact: "", allowed: true };
    await expect(caller().setSettings(settings)).rejects.toThrow("who asks");
    await expect(caller().setSettings({ ...settings, apiBase: "https://wikipedia.org" })).rejects.toThrow();
    await caller().setSettings({ ...settings, contact: "me@example.org", allowed: false });
    await expect(caller().start({ project: slug, source: "entities" })).rejects.toThrow(
      "Names may not be sent to *.wikipedia.org",
    );
    expect((await caller().preview({ project: slug, source: "entities" })).obstacle).toContain(
      "An owner of this installation can allow it",
    );
    await world().as(world().owner).projects.create({ name: "german", sourceLang: "zh", pivotLang: "de" });
    await expect(caller().start({ project: "german", source: "entities" })).rejects.toThrow(
      "this project's translations are in German",
    );
    const empty = await project([]);
    await caller().setSettings({ ...settings, apiBase: wikipedia().apiBase });
    await expect(caller().start({ project: empty, source: "entities" })).rejects.toThrow(
      "There are no such names",
    );
    wikipedia().mischief = () => ({ kind: "slow", milliseconds: 20 });
    await work();
    const ids = await Promise.all(
      [slug, slug, slug].map(async (one) => (await caller().start({ project: one, source: "entities" })).id),
    );
    for (const id of ids) expect((await ended(slug, id)).state).toBe("done");
    expect(wikipedia().atOnce).toBeLessThanOrEqual(1);
  });

  it("goes on after the server was killed: no title whose answer was kept is asked for again", async () => {
    const { db } = world();
    await db.pool.query("DELETE FROM wikipedia_page");
    const slug = await project(townNames(300).map((name) => [name, "LOC"] as const));
    wikipedia().mischief = () => ({ kind: "slow", milliseconds: 30 });
    const { id } = await caller().start({ project: slug, source: "entities" });
    const dir = await mkdtemp(path.join(tmpdir(), "spanbridge-kill-wikipedia-"));
    const serve = () =>
      start("main.ts", [], { SPANBRIDGE_DATA: dir, SPANBRIDGE_PORT: "0", DATABASE_URL: db.url });
    const kept = async () =>
      (await db.pool.query<{ count: number }>("SELECT count(*) AS count FROM wikipedia_page")).rows[0]
        ?.count ?? 0;
    let lost = 0;
    for (const goal of [100, 250]) {
      const server = serve();
      await until(async () => (await kept()) >= goal);
      server.child.kill("SIGKILL");
      await server.ended;
      const onItsWay = titlesAsked(wikipedia().asked).length - lost - (await kept());
      expect(onItsWay).toBeLessThanOrEqual(50);
      lost += onItsWay;
    }
    const server = serve();
    expect(await ended(slug, id)).toMatchObject({ state: "done", names: { total: 300, accepted: 300 } });
    server.child.kill("SIGTERM");
    await server.ended;
    await rm(dir, { recursive: true, force: true });
    const asked = titlesAsked(wikipedia().asked);
    expect(new Set(asked).size).toBe(600);
    expect(asked.length).toBe(600 + lost);
  });
});
