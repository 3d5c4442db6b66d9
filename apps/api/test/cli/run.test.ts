import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "../helpers/process.ts";
import { bareRows, sentence, useStandIn } from "../helpers/stand-in.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const standIn = useStandIn(30);
let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "spanbridge-run-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const spanbridge = (...args: string[]) =>
  start("cli/main.ts", args, { SPANBRIDGE_DATA: dir, DATABASE_URL: world().db.url });
const model = (): string[] => ["--llm-base-url", standIn().baseUrl, "--llm-model", "stand-in"];

describe("runs on the command line", { timeout: 240_000 }, () => {
  it("are started, worked on by a worker of another process, watched and listed", async () => {
    const { as, owner, bring } = world();
    await as(owner).projects.create({ name: "cli", sourceLang: "zh" });
    await bring("cli", bareRows(6));
    const started = await spanbridge("run", "start", "--project", "cli", "--name", "first", ...model()).ended;
    expect(started).toMatchObject({ code: 0, stderr: expect.stringContaining('Run "first" on 6 segments') });
    const worker = spanbridge("worker");
    const watched = await spanbridge("run", "watch", "first", "--project", "cli").ended;
    expect(watched).toMatchObject({ code: 0, stderr: expect.stringContaining("done: 6 of 6 segments") });
    worker.child.kill("SIGTERM");
    expect((await worker.ended).code).toBe(0);
    const listed = await spanbridge("run", "list", "--project", "cli", "--json").ended;
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { name: "first", state: "done", entities: { placed: 12 } },
    ]);
    expect((await spanbridge("run", "start", "--project", "cli").ended).stderr).toContain("--llm-base-url");
    const again = await spanbridge(
      "run",
      "start",
      "--project",
      "cli",
      "--engine",
      "offline",
      "--name",
      "second",
    ).ended;
    expect(again.code).toBe(0);
    const compared = await spanbridge("run", "compare", "first", "second", "--project", "cli", "--json")
      .ended;
    expect(JSON.parse(compared.stdout)).toMatchObject({
      a: { name: "run:first" },
      segments: { both: 0, only_a: 6, only_b: 0 },
    });
    const table = await spanbridge("run", "compare", "first", "predictions", "--project", "cli").ended;
    expect(table.stdout).toContain("run:first and predictions: ");
    const nobody = await spanbridge("run", "cancel", "nothing", "--project", "cli").ended;
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('no run "nothing"') });
  });

  it("project a file without a database, with what fails as it was", async () => {
    const source = path.join(dir, "in.jsonl");
    const out = path.join(dir, "out.jsonl");
    await writeFile(
      source,
      bareRows(4)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(""),
    );
    standIn().mischief = ({ messages }) =>
      messages.some(({ content }) => content.includes("第2次")) ? { kind: "refusal" } : undefined;
    const ended = await spanbridge("project", "--in", source, "--out", out, "--engine", "eat", ...model())
      .ended;
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("6 entities placed, 0 not; 1 segments to look at, 1 failed"),
    });
    const rows = (await readFile(out, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows[0]).toMatchObject({
      english_text: sentence(0).english,
      links: [expect.anything(), expect.anything()],
    });
    expect(
      rows[0].source_entities.map(({ text, score }: { text: string; score: number }) => [text, score > 0.5]),
    ).toEqual([
      ["奥巴马", true],
      ["柏林", true],
    ]);
    expect(rows[2]).toMatchObject({
      signals: [{ kind: "failed", message: "translate: The model refused to answer." }],
    });
  });
});
