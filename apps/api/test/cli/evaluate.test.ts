import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { evaluationSchema } from "@spanbridge/shared/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, start } from "../helpers/process.ts";
import { useTestDatabase } from "../support/database.ts";

const database = useTestDatabase();
const samples = path.resolve(import.meta.dirname, "../../../../samples");
let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "spanbridge-evaluate-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const env = () => ({ DATABASE_URL: database().url, SPANBRIDGE_DATA: path.join(dir, "data") });
const spanbridge = (...args: string[]): Promise<Ended> => start("cli/main.ts", args, env()).ended;
const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await spanbridge("evaluate", ...args, "--json");
  expect([code, stderr]).toEqual([0, ""]);
  return evaluationSchema.parse(JSON.parse(stdout));
};

/** A sample; German is none, it is packed beside the tests. */
async function corpusFile(name: string): Promise<string> {
  if (!name.includes("_de-")) return path.join(samples, name);
  const packed = await readFile(new URL(`../data/${name}.gz`, import.meta.url));
  await writeFile(path.join(dir, name), gunzipSync(packed));
  return path.join(dir, name);
}

describe("evaluate", { timeout: 240_000 }, () => {
  // 0.447, 0.519 and 0.588: computed apart by a script of a few lines over sets.
  it.each([
    ["zh", 0.4466],
    ["ru", 0.5192],
    ["de", 0.5876],
  ] as const)(
    "gives the same figures for files and for the layers made of them (%s)",
    async (language, f1) => {
      const gold = await corpusFile(`pud_${language}-en.jsonl`);
      const predictions = await corpusFile(`pred_eflomal_${language}-en.jsonl`);
      const project = ["--project", language];
      await spanbridge("import", predictions, ...project, "--create", "--source-lang", language);
      const imported = await spanbridge("import", gold, ...project, "--layer", "gold");
      expect(imported.code).toBe(0);
      const ofFiles = await json("--gold", gold, "--pred", predictions);
      const ofLayers = await json(...project, "--gold", "gold", "--pred", "predictions");
      expect(ofLayers.predicted.spans.strict.micro.f1).toBeCloseTo(f1, 4);
      const { spans, outcomes, confusion, intervals, projection } = ofLayers.predicted;
      expect(ofFiles.predicted).toMatchObject({ spans, outcomes, intervals, projection });
      expect(new Set(ofFiles.predicted.confusion.cells)).toEqual(new Set(confusion.cells));
    },
  );

  it("prints them for people, and compares two", async () => {
    const { code, stdout } = await spanbridge(
      "evaluate",
      "--project",
      "zh",
      "--gold",
      "gold",
      "--pred",
      "predictions",
      "--vs",
      "review",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^499 segments of 201 documents, against gold$/m);
    expect(stdout).toMatch(/^strict, micro +P 0\.4694 {2}R 0\.4259 {2}F1 0\.4466 {2}\[0\.\d+, 0\.\d+\]$/m);
    expect(stdout).toMatch(
      /^230 right of 540, 490 predicted; 217 missed, 167 spurious, 11 label, 75 boundary/m,
    );
    expect(stdout).toMatch(/^EAT's token score/m);
    // Nobody has corrected anything yet.
    expect(stdout).toMatch(/predictions minus review: 0\.0000 {2}\[0\.0000, 0\.0000\], p = 1\.0000$/m);
  });

  it("takes rows of some languages out of a file with several, and a memory for the names' score", async () => {
    const row = (id: string, lang: string, end: number) => ({
      id,
      source_lang: lang,
      source_text: lang === "ru" ? "Москва ждёт." : "莫斯科在等。",
      english_text: "Moscow waits.",
      source_entities: [{ start: 0, end, label: "LOC" }],
    });
    const file = async (name: string, rows: readonly object[]) => {
      const place = path.join(dir, name);
      await writeFile(place, rows.map((each) => `${JSON.stringify(each)}\n`).join(""));
      return place;
    };
    const gold = await file("gold.jsonl", [row("a", "ru", 6), row("b", "zh", 3), row("c", "zh-Hant", 3)]);
    const pred = await file("pred.jsonl", [row("a", "ru", 6), row("b", "zh", 3), row("c", "zh-Hant", 2)]);
    const memory = path.join(dir, "memory.tsv");
    await writeFile(memory, "Moscow\t莫斯科\nMoskva\tМосква\n");
    const files = ["--gold", gold, "--pred", pred, "--memory", memory];
    const all = await json(...files);
    expect([all.segments, all.predicted.names]).toMatchObject([3, { rendered: 2, known: 3 }]);
    const chinese = await json(...files, "--language", "zh");
    expect(chinese).toMatchObject({
      segments: 2,
      predicted: { spans: { strict: { micro: { f1: 0.5 } } }, names: { rendered: 2, known: 2, rate: 1 } },
    });
    expect((await json(...files, "--language", "ru", "zh-Hant")).segments).toBe(2);
    const none = await spanbridge("evaluate", ...files, "--language", "th");
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining("no row in th") });
    const text = await spanbridge("evaluate", ...files);
    expect(text.stdout).toMatch(/^names as in memory +0\.6667 {2}\(2 of 3 known\)$/m);
  });

  it.each([
    [["--project", "zh", "--gold", "gold", "--pred", "review", "--memory", "names"], 1, /memory of its own/],
    [["--project", "zh", "--gold", "gold", "--pred", "nothing"], 1, /no layer "nothing"/],
    [["--project", "zh", "--gold", "gold", "--pred", "review", "--state", "done"], 1, /state/],
    [["--gold", "no-such", "--pred", "no-such"], 1, /cannot be read/],
    [["--gold", "gold"], 2, /--pred/],
  ] as const)("%j is refused", async (args, code, message) => {
    const ended = await spanbridge("evaluate", ...args);
    expect(ended).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(message) });
  });
});
