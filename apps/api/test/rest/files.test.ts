import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import { conflict, forbidden, invalidInput, notFound, problemIn, type RestClient, restAs } from "./client.ts";

const world = useWorld();
let owner: RestClient;
let annotator: RestClient;
let outsider: RestClient;

beforeAll(async () => {
  const { as, owner: olga, member, person } = world();
  await as(olga).projects.create({ name: "p", slug: "p", sourceLang: "zh" });
  owner = await restAs(world(), olga);
  annotator = await restAs(world(), await member("Ann", "p", "annotator"));
  outsider = await restAs(world(), await person("Otto"));
});

const linesOf = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const send = (rest: RestClient, query: string, body: string | ReadableStream) =>
  rest(`/projects/p/import?${query}`, { method: "POST", body });
const segments = async (): Promise<number> => {
  const { counts } = await world().as(world().owner).projects.get({ project: "p" });
  return counts.pending + counts.accepted;
};

describe("POST /projects/{project}/import", () => {
  it("only tries, when asked to", async () => {
    const tried = await send(owner, "dryRun=true", linesOf([obama("a"), plain("b")]));
    expect(tried.status).toBe(200);
    expect(await tried.json()).toMatchObject({ outcome: "imported", rows: 2, imported: 2, spans: 2 });
    expect(await segments()).toBe(0);
    const { rows } = await world().db.pool.query("SELECT next_number FROM project WHERE slug = 'p'");
    expect(rows).toEqual([{ next_number: 1 }]);
  });

  it("reads a file in, streamed", async () => {
    const body = new Blob([linesOf([obama("a")]), linesOf([plain("b")])]).stream();
    const response = await send(owner, "name=news.jsonl", body);
    expect(await response.json()).toMatchObject({
      outcome: "imported",
      format: "pairs",
      imported: 2,
      diagnostics: [],
    });
    expect(await segments()).toBe(2);
    const again = await send(owner, "", linesOf([obama("a"), plain("b")]));
    expect(await again.json()).toMatchObject({ outcome: "unchanged", unchanged: 2 });
  });

  it("names every bad row, as the command does", async () => {
    const bad = obama("bad", { source_entities: [{ start: 5, end: 99, label: "PER" }] });
    const response = await send(owner, "name=x.jsonl", linesOf([obama("c"), bad]));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      imported: 1,
      skipped: 1,
      diagnostics: [{ severity: "error", file: "x.jsonl", row: 2, field: "source_entities[0].end" }],
    });
    const strict = await send(owner, "strict=true", linesOf([obama("d"), bad]));
    const told: unknown = await strict.clone().json();
    expect(await problemIn(strict)).toEqual({ status: 422, code: "import_refused" });
    expect(told).toMatchObject({ report: { outcome: "refused", rows: 2, skipped: 2, imported: 0 } });
    expect(await segments()).toBe(3);
    const tried = await send(owner, "strict=true&dryRun=true", linesOf([obama("d"), bad]));
    expect([tried.status, await tried.json()]).toMatchObject([200, { outcome: "refused" }]);
  });

  it("refuses a file in no format that is known, or another one than it was said to be", async () => {
    expect(await problemIn(await send(owner, "", "what is this?"))).toEqual({
      status: 422,
      code: "import_refused",
    });
    const said = await send(owner, "format=iob2", linesOf([obama("e")]));
    expect(await problemIn(said)).toEqual({ status: 422, code: "import_refused" });
    expect(await problemIn(await send(owner, "", ""))).toEqual({ status: 422, code: "import_refused" });
    expect(await problemIn(await send(owner, "format=docx", "x"))).toEqual(invalidInput);
    expect(await problemIn(await send(owner, "layer=review", "x"))).toEqual(invalidInput);
    expect(await segments()).toBe(3);
  });

  it("is for managers, and not for archived projects", async () => {
    const rows = linesOf([obama("f")]);
    expect(await problemIn(await send(annotator, "", rows))).toEqual(forbidden);
    expect(await problemIn(await send(outsider, "", rows))).toEqual(notFound);
    const archive = (archived: boolean) =>
      world().as(world().owner).projects.update({ project: "p", data: { archived } });
    await archive(true);
    try {
      expect(await problemIn(await send(owner, "", rows))).toEqual(conflict);
      expect(await problemIn(await send(owner, "dryRun=true", rows))).toEqual(conflict);
      expect(await (await owner("/projects/p/export")).text()).not.toBe("");
    } finally {
      await archive(false);
    }
    expect(await segments()).toBe(3);
  });
});

describe("GET /projects/{project}/export", () => {
  it("gives the file, which reads in again", async () => {
    const response = await annotator("/projects/p/export");
    expect(response.status).toBe(200);
    expect(response.headers.get("x-spanbridge-segments")).toBe("3");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="p-review.jsonl"');
    expect(await response.text()).toBe(linesOf([obama("a"), plainOut("b"), obama("c")]));
  });

  it("names its loss report, which says what the file lacks", async () => {
    const response = await annotator("/projects/p/export?format=iob2&document=");
    const link = /^<\/api\/v1(.+)>; rel="describedby"/.exec(response.headers.get("link") ?? "")?.[1] ?? "";
    expect(link).toBe("/projects/p/export/report?format=iob2&document=");
    const text = await response.text();
    expect(text).toMatch(/\tB-PER\t/);
    const report: unknown = await (await annotator(link)).json();
    expect(report).toMatchObject({ segments: 3, losses: expect.any(Array) });
    expect(JSON.stringify(report)).toContain("translations are not in the file");
  });

  it("takes a selection", async () => {
    const ids = async (query: string) =>
      (await (await owner(`/projects/p/export?${query}`)).text())
        .trim()
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line).id);
    await world().bring("p", [obama("c")], { layer: "gold" });
    expect(await ids("layer=gold")).toEqual(["c"]);
    expect(await ids("state=accepted&state=rejected")).toEqual([]);
    expect(await ids("state=pending")).toEqual(["a", "b", "c"]);
    expect(await ids("document=nowhere")).toEqual([]);
  });

  it("refuses options that the format has not", async () => {
    for (const path of ["/export", "/export/report"]) {
      const refused = (option: string) => owner(`/projects/p${path}?format=iob2&option=${option}`);
      expect(await problemIn(await refused("tokens%3Dvowels"))).toEqual(invalidInput);
      expect(await problemIn(await refused("nothing%3D1"))).toEqual(invalidInput);
      expect(await problemIn(await refused("tokens"))).toEqual(invalidInput);
    }
  });

  it.each(["/export", "/export/report"])("%s: not for others, and no hidden layer", async (path) => {
    expect(await problemIn(await outsider(`/projects/p${path}`))).toEqual(notFound);
    expect(await problemIn(await annotator(`/projects/p${path}?layer=gold`))).toEqual(notFound);
    expect(await (await owner(`/projects/p${path}?layer=gold`)).text()).toMatch(/./);
    expect(await problemIn(await owner(`/projects/p${path}?format=docx`))).toEqual(invalidInput);
    expect(await problemIn(await owner(`/projects/p${path}?states=pending`))).toEqual(invalidInput);
  });
});

describe("files of one person at the same time", () => {
  it("are limited; one that ends makes room for the next", async () => {
    const rest = await restAs(world(), await world().member("Many", "p", "manager"));
    const open = await Promise.all([1, 2, 3].map(() => rest("/projects/p/export")));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
    const fourth = await rest("/projects/p/export");
    expect(fourth.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await problemIn(fourth)).toEqual({ status: 429, code: "too_many_requests" });
    expect(await (await owner("/projects/p/export")).text()).not.toBe("");
    await open[0]?.text();
    const next = await rest("/projects/p/export");
    expect(next.status).toBe(200);
    await open[1]?.body?.cancel();
    expect((await rest("/projects/p/export?format=docx")).status).toBe(400);
    await (await rest("/projects/p/export")).text();
    await Promise.all([next.text(), open[2]?.text()]);
  });
});

/** As `plain`, with the lists that a written row always has. */
const plainOut = (id: string): object => ({
  ...plain(id),
  source_entities: [],
  english_entities: [],
  links: [],
});

describe("POST /projects/{project}/import of packed files", () => {
  it("reads packed files as they come, and says which file of an archive a bad row is in", async () => {
    const rows = linesOf([obama("packed 1"), plain("packed 2")]);
    const packed = gzipSync(Buffer.from(rows));
    const gzip = await send(owner, "name=rows.jsonl.gz", new Blob([packed]).stream());
    expect(await gzip.json()).toMatchObject({ outcome: "imported", format: "pairs", imported: 2 });
    const zipped = zipSync({
      "a/rows.jsonl": Buffer.from(rows),
      "b/more.jsonl": Buffer.from(`${linesOf([plain("packed 3")])}{}\n`),
    });
    const zip = await send(owner, "name=rows.zip&dryRun=true", new Blob([Buffer.from(zipped)]).stream());
    expect(await zip.json()).toMatchObject({
      format: "pairs",
      unchanged: 2,
      imported: 1,
      skipped: 1,
      diagnostics: [{ file: "rows.zip/more.jsonl", row: 2 }],
    });
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    const refused = await send(owner, "name=bomb.jsonl.gz&strict=true", new Blob([bomb]).stream());
    expect(await problemIn(refused)).toEqual({ status: 422, code: "import_refused" });
  });
});
