import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { importReportSchema } from "@spanbridge/shared/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, start } from "../helpers/process.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useTestDatabase } from "../support/database.ts";

const database = useTestDatabase();
const samples = path.resolve(import.meta.dirname, "../../../../samples");
let dir = "";

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "spanbridge-cli-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const env = () => ({ DATABASE_URL: database().url, SPANBRIDGE_DATA: path.join(dir, "data") });
const spanbridge = (...args: string[]): Promise<Ended> => start("cli/main.ts", args, env()).ended;
const count = async (table: string): Promise<number> => {
  const { rows } = await database().pool.query<{ count: number }>(`SELECT count(*) AS count FROM ${table}`);
  return rows[0]?.count ?? 0;
};
async function file(name: string, rows: readonly object[]): Promise<string> {
  const place = path.join(dir, name);
  await writeFile(place, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return place;
}

describe("import and export", { timeout: 240_000 }, () => {
  it("give the same file again through a second project", async () => {
    const source = path.join(samples, "pred_eflomal_zh-en.jsonl");
    const made = await spanbridge("import", source, "--project", "zh", "--create", "--source-lang", "zh");
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/499 imported/) });
    const first = path.join(dir, "first.jsonl");
    const second = path.join(dir, "second.jsonl");
    expect((await spanbridge("export", "--project", "zh", "--format", "pairs", "--out", first)).code).toBe(0);
    expect((await spanbridge("import", first, "--project", "Second one", "--create")).code).toBe(0);
    expect((await spanbridge("export", "--project", "second-one", "--out", second)).code).toBe(0);
    expect(await readFile(second, "utf8")).toBe(await readFile(first, "utf8"));
    expect(await readdir(dir)).not.toContainEqual(expect.stringMatching(/\.part$/));
    const again = await spanbridge("import", source, "--project", "zh", "--json");
    expect(importReportSchema.parse(JSON.parse(again.stdout))).toMatchObject({
      outcome: "unchanged",
      unchanged: 499,
    });
  });

  it("make a project with the labels of its files, or the ones asked for", async () => {
    const span = (label: string) => ({ id: "s1", start: 0, end: 3, label });
    const rows = [
      obama("1", { source_entities: [span("EVENT")], links: [], english_entities: [] }),
      obama("2", { source_entities: [span("LOC")], links: [], english_entities: [] }),
    ];
    const labels = async (slug: string) => {
      const { rows: found } = await database().pool.query<{ name: string }>(
        "SELECT l.name FROM label l JOIN project p ON p.id = l.project_id WHERE p.slug = $1 ORDER BY l.position",
        [slug],
      );
      return found.map(({ name }) => name);
    };
    const place = await file("labels.jsonl", rows);
    expect((await spanbridge("import", place, "--project", "found", "--create")).code).toBe(0);
    expect(await labels("found")).toEqual(["LOC", "EVENT"]);
    const asked = await spanbridge("import", place, "--project", "asked", "--create", "--labels", "PER,LOC");
    expect(asked).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/labels\.jsonl:1 source_entities\[0\]/),
    });
    expect(await labels("asked")).toEqual(["PER", "LOC"]);
  });

  it("read two aligned files as one, and files that belong together as one", async () => {
    const place = async (name: string, text: string) => {
      await writeFile(path.join(dir, name), text);
      return path.join(dir, name);
    };
    const zh = await place("zh.txt", "安见了博\n赛\n只有一个\n");
    const en = await place("en.txt", "Ann met Bo\nCy is in the house\n");
    const create = ["--create", "--source-lang", "zh"];
    const aligned = await spanbridge("import", zh, en, "--aligned", "--project", "aligned", ...create);
    expect(aligned.stdout).toMatch(/3 rows read, 2 imported .* 1 left out/);
    expect(aligned.stderr).toMatch(/zh.txt \+ en.txt:3 .* shorter than the other/);
    const [txt, ann] = [await place("d.txt", "Ann met Bo"), await place("d.ann", "T1\tPER 0 3\tAnn\n")];
    const brat = await spanbridge("import", txt, ann, "--project", "brat", ...create);
    expect(brat.stdout).toMatch(/1 imported with 1 spans/);
    const corpus = ["txt", "tokens", "spans", "objects"].map(
      (kind) =>
        new URL(
          `../../../../packages/formats/test/fixtures/corpora/factrueval_ru_book_100.${kind}`,
          import.meta.url,
        ).pathname,
    );
    const fact = await spanbridge(
      "import",
      ...corpus,
      "--project",
      "fact",
      "--create",
      "--source-lang",
      "ru",
    );
    expect(fact.stdout).toMatch(/9 imported with 32 spans/);
    const alone = await spanbridge("import", zh, "--aligned", "--project", "aligned");
    expect(alone.code).not.toBe(0);
    expect(alone.stderr).toMatch(/two files/);
  });

  it("write to stdout for the next program, and the loss report beside it", async () => {
    const { code, stdout, stderr } = await spanbridge(
      "export",
      "--project",
      "zh",
      "--format",
      "iob2",
      "--out",
      "-",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# /);
    expect(stderr).toMatch(/Not in the file/);
  });
});

describe("what goes wrong", () => {
  it("of a strict import leaves not even the project", async () => {
    const place = await file("bad.jsonl", [obama("1"), { id: "2" }]);
    const result = await spanbridge("import", place, "--project", "strict", "--create", "--strict");
    expect(result).toMatchObject({ code: 1, stderr: expect.stringMatching(/bad\.jsonl:2/) });
    const { stdout } = await spanbridge("projects", "--json");
    expect(JSON.parse(stdout)).not.toContainEqual(expect.objectContaining({ slug: "strict" }));
  });

  it.each([
    [["import", "no-such-file", "--project", "zh"], 1],
    [["import", path.join(samples, "README.md"), "--project", "zh"], 1],
    [["export", "--project", "no such"], 1],
    [["export", "--project", "zh", "--layer", "nothing"], 1],
    [["export", "--project", "zh", "--out", "/no/such/place"], 1],
    [["link", "--user", "Nobody"], 1],
    [["export"], 2],
    [["export", "--project", "zh", "--format", "docx"], 2],
    [["import", "x", "--project", "zh", "--layer", "review"], 2],
    [["frobnicate"], 2],
    [["--help"], 0],
    [["import", "--help"], 0],
  ] as const)("%j ends with %i", async (args, code) => {
    const result = await spanbridge(...args);
    expect(result.code).toBe(code);
    expect(result.stdout + result.stderr).not.toMatch(/\n\s+at /);
  });
});

describe("an import that is broken off", () => {
  /** Starts a long import and waits until its rows are on their way. */
  async function underWay(name: string) {
    const rows = Array.from({ length: 60_000 }, (_, index) => plain(String(index), { pad: "x".repeat(200) }));
    const place = await file(`${name}.jsonl`, rows);
    const running = start("cli/main.ts", ["import", place, "--project", name, "--create"], env());
    while (!(await isCopying())) await new Promise((resolve) => setTimeout(resolve, 5));
    return running;
  }

  async function isCopying(): Promise<boolean> {
    const { rows } = await database().pool.query(
      // In this database: the others were made from the same template, so that their tables have the same numbers.
      `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
       WHERE l.relation = 'segment'::regclass AND l.mode = 'RowExclusiveLock'`,
    );
    return rows.length > 0;
  }

  /** A server process outlives the killed client until it notices: what it leaves behind is known when its locks are gone. */
  async function settled(): Promise<void> {
    while (await isCopying()) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  it("by SIGKILL leaves nothing", async () => {
    const before = [await count("project"), await count("segment")];
    const running = await underWay("killed");
    running.child.kill("SIGKILL");
    expect((await running.ended).code).toBeNull();
    await settled();
    expect([await count("project"), await count("segment")]).toEqual(before);
  });

  it("by Ctrl-C says so and leaves nothing", async () => {
    const before = [await count("project"), await count("segment")];
    const running = await underWay("interrupted");
    running.child.kill("SIGINT");
    expect(await running.ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/cancelled/) });
    expect([await count("project"), await count("segment")]).toEqual(before);
  });
});

it("prints a link for the owner", async () => {
  const { stdout, code } = await spanbridge("link");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:4400\/open#[0-9a-f]{64}\n$/);
});
