import { revisePivot } from "@spanbridge/shared";
import { beforeEach, describe, expect, it } from "vitest";
import { startDownload } from "../../src/export/download.ts";
import { runImport } from "../../src/import/run.ts";
import { accept, transaction } from "../helpers/edits.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld, type World } from "../helpers/world.ts";

const world = useWorld();
const owner = () => world().as(world().owner);
let project = "";
let count = 0;

beforeEach(async () => {
  project = `p${++count}`;
  await owner().projects.create({ name: project, sourceLang: "zh" });
});

const open = (number: number) => owner().review.open({ project, number });
const detail = () => owner().projects.get({ project });
const bring = (rows: Parameters<World["bring"]>[1], options?: Parameters<World["bring"]>[2]) =>
  world().bring(project, rows, options);

describe("rows that are new", () => {
  it("become segments in the file's order", async () => {
    const report = await bring([obama("a"), plain("b"), obama("c", { doc: "news" })]);
    expect(report).toMatchObject({
      outcome: "imported",
      format: "pairs",
      rows: 3,
      imported: 3,
      unchanged: 0,
      skipped: 0,
      spans: 4,
      links: 2,
      diagnostics: [],
    });
    const { items } = await owner().queue.window({ project, filter: {}, offset: 0, limit: 10 });
    expect(items.map(({ number, externalId, document }) => [number, externalId, document])).toEqual([
      [1, "a", ""],
      [2, "b", ""],
      [3, "c", "news"],
    ]);
  });

  it("without ids get names from what they say, also when they say it twice", async () => {
    const { id: _, ...row } = plain("x");
    const rows = [row, { ...row, doc: "d" }, row, row];
    expect(await bring(rows)).toMatchObject({ imported: 4, unchanged: 0, skipped: 0 });
    expect(await bring(rows)).toMatchObject({ outcome: "unchanged", imported: 0, unchanged: 4 });
    const { items } = await owner().queue.window({ project, filter: {}, offset: 0, limit: 10 });
    const ids = items.map(({ externalId }) => externalId);
    expect(new Set(ids).size).toBe(4);
    expect(ids[2]).toBe(`${ids[0]}-2`);
    expect(ids[3]).toBe(`${ids[0]}-3`);
  });

  it("carry what was decided elsewhere into the queue", async () => {
    await bring([obama("a")]);
    const { annotation } = await open(1);
    await owner().review.commit({ project, number: 1, baseSeq: 0, transactions: [accept(annotation)] });
    const exported = await exportOf(project);
    await owner().projects.create({ name: `${project}-copy`, sourceLang: "zh" });
    await world().bring(`${project}-copy`, exported);
    const copy = await owner().queue.window({
      project: `${project}-copy`,
      filter: { states: ["accepted"] },
      offset: 0,
      limit: 10,
    });
    expect(copy.total).toBe(1);
    expect(await exportOf(`${project}-copy`)).toEqual(exported);
  });

  it("keep everything a row says through review and export", async () => {
    const entity = {
      id: "s1",
      start: 0,
      end: 3,
      label: "PER",
      text: "奥巴马",
      score: 0.25,
      source: "wiki",
      n: [1, { a: null }],
    };
    const row = {
      ...obama("a", { doc: "d", genre: "news", deep: { x: [true, 1.5] } }),
      source_entities: [entity],
    };
    await bring([row]);
    const [exported] = await exportOf(project);
    expect(exported).toEqual(row);
    const { annotation } = await open(1);
    await owner().review.commit({ project, number: 1, baseSeq: 0, transactions: [accept(annotation)] });
    expect(await exportOf(project)).toMatchObject([
      { ...row, spanbridge: { review: { state: "accepted" } } },
    ]);
  });

  it("are numbered without gaps by imports that run at the same time", async () => {
    const parts = Array.from({ length: 4 }, (_, part) =>
      Array.from({ length: 25 }, (_, row) => plain(`${part}-${row}`)),
    );
    const reports = await Promise.all(parts.map((rows) => bring(rows)));
    expect(reports.map(({ imported }) => imported)).toEqual([25, 25, 25, 25]);
    const { items } = await owner().queue.window({ project, filter: {}, offset: 0, limit: 200 });
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it("of the same ids are met by the second of two imports at the same time", async () => {
    const rows = Array.from({ length: 20 }, (_, row) => obama(String(row)));
    const reports = await Promise.all([bring(rows), bring(rows)]);
    expect(reports.map(({ imported }) => imported).sort()).toEqual([0, 20]);
    expect(reports.map(({ unchanged }) => unchanged).sort()).toEqual([0, 20]);
  });
});

describe("rows that are known", () => {
  it("change nothing when the same file comes again", async () => {
    const rows = [obama("a"), plain("b"), obama("c", { score: 1, source_entities: [], links: [] })];
    await bring(rows);
    const before = await exportOf(project);
    expect(await bring(rows)).toMatchObject({ outcome: "unchanged", imported: 0, unchanged: 3, skipped: 0 });
    expect(await exportOf(project)).toEqual(before);
    expect((await detail()).counts.pending).toBe(3);
  });

  it("change nothing either when people have edited meanwhile", async () => {
    await bring([obama("a")]);
    const { annotation } = await open(1);
    await owner().review.commit({ project, number: 1, baseSeq: 0, transactions: [accept(annotation)] });
    expect(await bring([obama("a")])).toMatchObject({ unchanged: 1 });
    expect(await open(1)).toMatchObject({ seq: 1, annotation: { review: { state: "accepted" } } });
  });

  it("fill what brought text alone", async () => {
    const { source_text, english_text } = obama("a");
    await bring([{ id: "a", source_lang: "zh", source_text, english_text }]);
    expect((await open(1)).annotation.spans).toEqual([]);
    expect(await bring([obama("a")])).toMatchObject({ outcome: "imported", imported: 1, spans: 2 });
    expect((await open(1)).annotation.spans).toHaveLength(2);
    expect((await detail()).counts.pending).toBe(1);
  });

  it("go into another layer beside the first", async () => {
    await bring([obama("a"), obama("b")]);
    expect(await bring([obama("a", { links: [] })], { layer: "gold" })).toMatchObject({ imported: 1 });
    expect((await detail()).layers).toMatchObject([
      { name: "review", annotations: 0 },
      { name: "predictions", annotations: 2, hidden: false },
      { name: "gold", annotations: 1, hidden: true },
    ]);
    expect((await open(1)).annotation.links).toHaveLength(1);
  });

  it("with another annotation are left out, with what to do", async () => {
    await bring([obama("a")]);
    const report = await bring([obama("a", { links: [] }), obama("b")]);
    expect(report).toMatchObject({ imported: 1, skipped: 1, diagnosticCounts: { other_annotation: 1 } });
    expect(report.diagnostics).toMatchObject([{ row: 1, code: "other_annotation", severity: "error" }]);
    expect(report.diagnostics[0]?.message).toMatch(/another layer/);
  });

  it("with another source text are left out", async () => {
    await bring([plain("a")]);
    const report = await bring([plain("a", { source_text: "别的。" })]);
    expect(report).toMatchObject({
      outcome: "refused",
      skipped: 1,
      diagnosticCounts: { other_source_text: 1 },
    });
    expect((await open(1)).annotation.sourceText).toBe("这是第a句。");
  });

  it("with another translation keep their own", async () => {
    await bring([obama("a")]);
    const other = obama("a", { english_text: "Obama went to Beijing." });
    expect(await bring([other], { layer: "gold" })).toMatchObject({ imported: 1 });
    expect((await open(1)).annotation.pivotText).toBe("Obama visited Beijing. a");
    expect(await bring([other], { layer: "gold" })).toMatchObject({ unchanged: 1 });
    const gold = await exportOf(project, "gold");
    expect(gold).toMatchObject([{ english_text: "Obama went to Beijing." }]);
    const { annotation } = await open(1);
    const same = transaction(revisePivot(annotation, "Obama went to Beijing.").edits);
    await owner().review.commit({ project, number: 1, baseSeq: 0, transactions: [same] });
    const { rows } = await world().db.pool.query(
      "SELECT DISTINCT revision FROM pivot_revision r JOIN segment s ON s.id = r.segment_id WHERE s.external_id = 'a' AND r.text LIKE '%went to%'",
    );
    expect(rows).toEqual([{ revision: 1 }]);
  });
});

describe("rows that are bad", () => {
  const bad = [
    "{",
    obama("x", { links: [["e1", "nope"]] }),
    obama("y", { source_entities: [{ start: 0, end: 99, label: "PER" }] }),
  ];

  it("are left out with their reasons, the rest goes in", async () => {
    const report = await bring([obama("a"), ...bad, obama("b")]);
    expect(report).toMatchObject({ outcome: "imported", rows: 5, imported: 2, skipped: 3 });
    expect(report.diagnostics.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect((await detail()).counts.pending).toBe(2);
  });

  it("of a strict import keep all of it out", async () => {
    const report = await bring([obama("a"), ...bad], { strict: true });
    expect(report).toMatchObject({ outcome: "refused", rows: 4, imported: 0, unchanged: 0, skipped: 4 });
    expect(report.diagnostics).toHaveLength(3);
    expect(await detail()).toMatchObject({ counts: { pending: 0 }, layers: [{ name: "review" }] });
    await bring([obama("a")]);
    expect((await open(1)).externalId).toBe("a");
  });

  it("are counted when there are too many to list", async () => {
    const report = await bring(Array.from({ length: 700 }, () => "{"));
    expect(report).toMatchObject({
      outcome: "refused",
      skipped: 700,
      diagnosticCounts: { invalid_json: 700 },
    });
    expect(report.diagnostics).toHaveLength(500);
  });

  it("with a label the project does not have are bad", async () => {
    const row = obama("a", { source_entities: [{ start: 0, end: 3, label: "EVENT" }], links: [] });
    expect(await bring([row])).toMatchObject({ diagnosticCounts: { unknown_label: 1 } });
  });

  it.each(["", "\n\n", "[1, 2", "\u0000\u0001\u0002"])("such as a file with %j alone", async (content) => {
    expect(await bring([content])).toMatchObject({ outcome: "refused", imported: 0 });
  });
});

describe("an import that is broken off", () => {
  async function* endless(after: () => void): AsyncGenerator<Uint8Array> {
    for (let number = 0; ; number++) {
      if (number === 20_000) after();
      yield Buffer.from(`${JSON.stringify(plain(String(number)))}\n`);
    }
  }
  const request = (bytes: AsyncIterable<Uint8Array>, signal: AbortSignal) => ({
    project,
    layer: "predictions" as const,
    strict: false,
    source: { name: "endless.jsonl", bytes },
    signal,
  });

  it("by whoever started it leaves nothing, and the numbers start over", async () => {
    const { app } = world();
    const cancelling = new AbortController();
    await expect(
      runImport(
        app,
        world().owner,
        request(
          endless(() => cancelling.abort()),
          cancelling.signal,
        ),
      ),
    ).rejects.toMatchObject({ code: "cancelled" });
    expect(await detail()).toMatchObject({
      counts: { pending: 0 },
      documents: 0,
      layers: [{ name: "review" }],
    });
    await bring([obama("first")]);
    expect((await open(1)).externalId).toBe("first");
  });

  it("by a line that goes dead leaves nothing", async () => {
    const dead = endless(() => {
      throw new Error("the line is dead");
    });
    await expect(
      runImport(world().app, world().owner, request(dead, new AbortController().signal)),
    ).rejects.toThrow(/dead/);
    expect((await detail()).counts.pending).toBe(0);
  });
});

/** Lines of an export, parsed. */
async function exportOf(slug: string, layer = "review"): Promise<object[]> {
  const { body } = await startDownload(world().app, world().owner, slug, {
    format: "pairs",
    formatOptions: {},
    layer,
    states: [],
    documents: [],
    languages: [],
  });
  const text = await new Response(body).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
