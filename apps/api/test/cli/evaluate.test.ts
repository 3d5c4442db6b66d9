import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
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

describe("evaluate", { timeout: 180_000 }, () => {
  // 0.447 and 0.519: computed apart by a script of a few lines over sets.
  it.each([
    ["zh", 0.4466],
    ["ru", 0.5192],
  ] as const)(
    "gives the same figures for files and for the layers made of them (%s)",
    async (language, f1) => {
      const gold = path.join(samples, `pud_${language}-en.jsonl`);
      const predictions = path.join(samples, `pred_eflomal_${language}-en.jsonl`);
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

  it.each([
    [["--project", "zh", "--gold", "gold", "--pred", "nothing"], 1, /no layer "nothing"/],
    [["--project", "zh", "--gold", "gold", "--pred", "review", "--state", "done"], 1, /state/],
    [["--gold", "no-such", "--pred", "no-such"], 1, /cannot be read/],
    [["--gold", "gold"], 2, /--pred/],
  ] as const)("%j is refused", async (args, code, message) => {
    const ended = await spanbridge("evaluate", ...args);
    expect(ended).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(message) });
  });
});
