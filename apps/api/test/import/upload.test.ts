import { request } from "node:http";
import { importReportSchema } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../src/actor.ts";
import { useSite } from "../helpers/listening.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const site = useSite(world);
const project = "upload";
let cookie = "";
let manager: Actor;

beforeAll(async () => {
  await world().as(world().owner).projects.create({ name: project, sourceLang: "zh" });
  manager = await world().member("Max", project, "manager");
  cookie = await site().signIn(manager);
});

const address = (query: Record<string, string>) =>
  `${site().url}/api/projects/${project}/import?${new URLSearchParams(query)}`;
const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const segments = async (): Promise<number> => {
  const { counts } = await world().as(manager).projects.get({ project });
  return counts.pending;
};

/** Polls until a condition holds; the test's own time limit ends it otherwise. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("uploading a file", () => {
  it("answers the report", async () => {
    const response = await fetch(address({ layer: "predictions", name: "a.jsonl" }), {
      method: "POST",
      headers: { cookie, origin: site().url },
      body: lines([obama("a"), plain("b"), { id: "c" }]),
    });
    expect(response.status).toBe(200);
    const report = importReportSchema.parse(await response.json());
    expect(report).toMatchObject({ rows: 3, imported: 2, skipped: 1 });
    expect(report.diagnostics[0]).toMatchObject({ file: "a.jsonl", row: 3 });
  });

  it("refuses an address that is not complete, a project of others and annotators", async () => {
    const post = (url: string, as: string) =>
      fetch(url, { method: "POST", headers: { cookie: as }, body: lines([plain("z")]) });
    expect((await post(address({ layer: "review" }), cookie)).status).toBe(400);
    expect((await post(address({}).replace(project, "other"), cookie)).status).toBe(404);
    const annotator = await site().signIn(await world().member("Ann", project, "annotator"));
    expect((await post(address({}), annotator)).status).toBe(403);
  });

  it("tells its progress to whoever started it, and to nobody else", async () => {
    const importId = v7();
    const before = await segments();
    const sent = request(address({ importId }), { method: "POST", headers: { cookie } });
    const answered = new Promise<number>((resolve) =>
      sent.on("response", (response) => resolve(response.resume().statusCode ?? 0)),
    );
    const half = lines(Array.from({ length: 3000 }, (_, index) => plain(`progress-${index}`)));
    sent.write(half);
    const progress = () => world().as(manager).imports.progress({ importId });
    await until(async () => ((await progress())?.rows ?? 0) > 1000);
    expect(await world().as(world().owner).imports.progress({ importId })).toBeNull();
    expect(await segments()).toBe(before);
    sent.end();
    expect(await answered).toBe(200);
    expect(await progress()).toBeNull();
    expect(await segments()).toBe(before + 3000);
  });

  it("that is closed half way leaves nothing", async () => {
    const importId = v7();
    const before = await segments();
    const sent = request(address({ importId }), { method: "POST", headers: { cookie } });
    sent.on("error", () => undefined);
    sent.write(lines(Array.from({ length: 20_000 }, (_, index) => plain(`closed-${index}`))));
    const progress = () => world().as(manager).imports.progress({ importId });
    await until(async () => ((await progress())?.rows ?? 0) > 10_000);
    sent.destroy();
    await until(async () => (await progress()) === null);
    expect(await segments()).toBe(before);
  });

  it("in no format of ours is refused, however long it is", async () => {
    const response = await fetch(address({ name: "picture.png" }), {
      method: "POST",
      headers: { cookie },
      body: Buffer.alloc(3_000_000, "\x89PNG"),
    });
    expect(await response.json()).toMatchObject({ outcome: "refused", imported: 0 });
  });
});
