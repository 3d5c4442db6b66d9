import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "../helpers/process.ts";
import { obama } from "../helpers/rows.ts";
import { useTestDatabase } from "../support/database.ts";

const database = useTestDatabase();
let dir = "";
const run = (...args: string[]) =>
  start("cli/main.ts", args, { DATABASE_URL: database().url, SPANBRIDGE_DATA: path.join(dir, "data") }).ended;
const snapshot = (...args: string[]) => run("snapshot", ...args, "--project", "zh");

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "spanbridge-cli-"));
  const rows = Array.from({ length: 20 }, (_, index) => obama(`r${index}`, { doc: `d${index % 4}` }));
  await writeFile(path.join(dir, "rows.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await run("import", path.join(dir, "rows.jsonl"), "--project", "zh", "--create", "--source-lang", "zh");
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe("spanbridge snapshot", { timeout: 240_000 }, () => {
  it("creates, lists, shows, exports and compares", async () => {
    const made = await snapshot("create", "v1", "--split-by", "document", "--ratio", "2,1,1", "--seed", "3");
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/holds 20 segments/) });
    expect(made.stdout).toMatch(/^train +10 segments, 2 documents/m);
    expect((await snapshot("list")).stdout).toMatch(/^v1\t.*train 10, dev 5, test 5/m);
    const shown = await snapshot("show", "v1", "--json");
    expect(JSON.parse(shown.stdout)).toMatchObject({ segments: 20, plan: { machineLayer: "predictions" } });
    expect((await snapshot("show", "v1", "--card")).stdout).toMatch(/^# v1$/m);
    const place = path.join(dir, "dev.jsonl");
    expect(await snapshot("export", "v1", "--split", "dev", "--out", place)).toMatchObject({ code: 0 });
    expect((await readFile(place, "utf8")).trimEnd().split("\n")).toHaveLength(5);
    expect(await snapshot("create", "v2", "--state", "pending")).toMatchObject({ code: 0 });
    const compared = await snapshot("compare", "v1", "v2");
    expect(compared).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/0 added, 0 removed, 20 changed, 0 the same/),
      stdout: expect.stringMatching(/split: train → nothing/),
    });
    const { rows } = await database().pool.query("SELECT via, user_id, snapshot FROM export_log");
    expect(rows).toEqual([{ via: "command line", user_id: null, snapshot: "v1" }]);
  });

  it("make training data of a selection, without what a snapshot holds out", async () => {
    const place = path.join(dir, "training.zip");
    const written = await run(
      ...["training", "--project", "zh", "--shape", "sft-openai", "--stage", "recognise"],
      ...["--unaccepted", "--out", place],
    );
    expect(written).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^train recognise: \d+ examples/),
    });
    // v1 has five segments each in dev and test.
    expect(written.stderr).toMatch(/^10 segments held back/m);
    expect(Object.keys(unzipSync(await readFile(place)))).toContain("selection.json");
  });

  it("says what is wrong", async () => {
    expect(await snapshot("create", "v1")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/already/),
    });
    expect(await snapshot("show", "v9")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/no snapshot/),
    });
    expect(await snapshot("create", "v3", "--ratio", "a")).toMatchObject({ code: 2 });
  });
});
