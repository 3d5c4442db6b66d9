import { type ExportReport, exportOptionsSchema } from "@spanbridge/shared/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { accept, addSpan } from "../helpers/edits.ts";
import { useSite } from "../helpers/listening.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const site = useSite(world);
const project = "out";
let cookie = "";
const owner = () => world().as(world().owner);

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  const rows = [
    obama("a", { doc: "one", genre: "news" }),
    obama("b", { doc: "two" }),
    plain("c", { doc: "two", source_text: "制表\t和\\反斜杠。" }),
    plain("c", { id: undefined }),
  ];
  await world().bring(project, rows);
  await world().bring(project, [obama("b")], { layer: "gold" });
  const { annotation } = await owner().review.open({ project, number: 2 });
  const transactions = [addSpan(annotation, 6, 8, "LOC", world().owner), accept(annotation)];
  await owner().review.commit({ project, number: 2, baseSeq: 0, transactions });
  cookie = await site().signIn(world().owner);
});

const get = (query: string) =>
  fetch(`${site().url}/api/projects/${project}/export?${query}`, { headers: { cookie } });
async function rowsOf(query: string): Promise<Record<string, unknown>[]> {
  const text = await (await get(query)).text();
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}
const report = (options: z.input<typeof exportOptionsSchema>): Promise<ExportReport> =>
  owner().exports.report({ project, options: exportOptionsSchema.parse(options) });

describe("the pairs file", () => {
  it("says how long it will be, and is what people see", async () => {
    const response = await get("format=pairs");
    expect(response.headers.get("x-spanbridge-segments")).toBe("4");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="out-review.jsonl"');
    const rows = await rowsOf("format=pairs");
    expect(rows.map(({ id }) => id)).toEqual(["a", "b", "c", undefined]);
    expect(rows[0]).toMatchObject({ doc: "one", genre: "news", links: [["e1", "s1"]] });
    expect(rows[1]?.source_entities).toHaveLength(2);
    expect(rows[2]?.source_text).toBe("制表\t和\\反斜杠。");
  });

  it("of a filtered queue has what it showed, whatever happens to the queue after", async () => {
    const list = await owner().queue.keep({
      project,
      filter: { states: [], document: "two", order: "worth" },
    });
    expect(list).toMatchObject({ segments: 2, origin: { kind: "queue", filter: { document: "two" } } });
    expect((await rowsOf(`format=pairs&list=${list.id}`)).map(({ id }) => id)).toEqual(["b", "c"]);
    expect((await rowsOf(`format=pairs&list=${list.id}&state=accepted`)).map(({ id }) => id)).toEqual(["b"]);
    expect(await report({ format: "pairs", list: list.id })).toMatchObject({ segments: 2 });
    const unknown = await get("format=pairs&list=00000000-0000-8000-8000-000000000000");
    expect(unknown.status).toBe(404);
    expect((await get("format=pairs&list=what")).status).toBe(400);
  });

  it("has what the import brought for the layer of predictions", async () => {
    const rows = await rowsOf("format=pairs&layer=predictions");
    expect(rows[1]?.source_entities).toHaveLength(1);
  });

  it("has of gold only what there is", async () => {
    expect((await rowsOf("format=pairs&layer=gold")).map(({ id }) => id)).toEqual(["b"]);
  });

  it("selects by state and document", async () => {
    expect((await rowsOf("format=pairs&state=accepted")).map(({ id }) => id)).toEqual(["b"]);
    expect(await rowsOf("format=pairs&state=accepted&state=pending")).toHaveLength(4);
    expect((await rowsOf("format=pairs&document=two")).map(({ id }) => id)).toEqual(["b", "c"]);
    expect(await rowsOf("format=pairs&document='; DROP TABLE segment; --")).toEqual([]);
  });
});

describe("the .iob2 file", () => {
  it("holds the source side, and its report says what is missing", async () => {
    const text = await (await get("format=iob2&state=accepted")).text();
    expect(text).toMatch(/# sent_id = b/);
    expect(text).toMatch(/\t北京\tB-LOC/);
    const found = await report({ format: "iob2" });
    expect(found).toMatchObject({ segments: 4 });
    expect(found.losses.length).toBeGreaterThan(0);
  });
});

describe("the report", () => {
  it("counts what the file holds", async () => {
    expect(await report({ format: "pairs" })).toEqual({ segments: 4, spans: 5, links: 2, losses: [] });
  });
});

it.each(["", "format=docx", "format=pairs&state=done", "format=pairs&layer=nothing"])(
  "?%s is refused",
  async (query) => {
    const response = await get(query);
    expect([400, 404]).toContain(response.status);
    expect(await response.json()).toMatchObject({ appError: { userMessage: expect.any(String) } });
  },
);

describe("the preview", () => {
  const preview = (options: z.input<typeof exportOptionsSchema>) =>
    owner().exports.preview({ project, options: exportOptionsSchema.parse(options) });

  it("is the beginning of the file", async () => {
    for (const format of ["pairs", "iob2"]) {
      const { text, segments } = await preview({ format });
      expect(segments).toBe(3);
      expect((await (await get(`format=${format}`)).text()).startsWith(text ?? "nothing")).toBe(true);
    }
    expect((await preview({ format: "pairs", documents: ["two"] })).text).toMatch(/^\{"id":"b"/);
    expect(await preview({ format: "pairs", states: ["rejected"] })).toEqual({
      text: "",
      segments: 0,
      cut: false,
    });
  });

  it("of an archive is its data", async () => {
    for (const format of ["labelstudio", "hf-jsonl", "spacy"])
      expect((await preview({ format })).text).toMatch(/^[[{]/);
    expect((await preview({ format: "brat" })).text).toBeNull();
  });

  it("is refused like the file", async () => {
    await expect(preview({ format: "docx" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(preview({ format: "pairs", layer: "nothing" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("many downloads", () => {
  const many = `projects/many/export?format=pairs`;
  beforeAll(async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      plain(`many-${index}`, { pad: "x".repeat(500) }),
    );
    await owner().projects.create({ name: "many", sourceLang: "zh" });
    await world().bring("many", rows);
  });
  const begin = (signal: AbortSignal) => fetch(`${site().url}/api/${many}`, { headers: { cookie }, signal });

  it("that nobody reads leave everybody else at work", async () => {
    const giveUp = new AbortController();
    const stuck = Array.from({ length: 20 }, () => begin(giveUp.signal).catch(() => undefined));
    // As many as are let in have answered; what they send next waits for somebody to read it.
    await Promise.race(stuck);
    for (let round = 0; round < 12; round++) {
      expect((await owner().projects.get({ project: "many" })).counts.pending).toBe(20_000);
    }
    giveUp.abort();
    await Promise.all(stuck);
  });

  it("that are given up free their connections", async () => {
    for (let round = 0; round < 15; round++) {
      const giveUp = new AbortController();
      const response = await begin(giveUp.signal);
      await response.body?.getReader().read();
      giveUp.abort();
    }
    const whole = await begin(new AbortController().signal);
    expect((await whole.text()).split("\n")).toHaveLength(20_001);
  });
});
