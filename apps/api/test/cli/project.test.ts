import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { evaluationSchema } from "@spanbridge/shared/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, start } from "../helpers/process.ts";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "spanbridge-project-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

// No DATABASE_URL and a data directory that does not exist: neither command may look for an installation.
const spanbridge = (...args: string[]): Promise<Ended> =>
  start("cli/main.ts", args, { SPANBRIDGE_DATA: path.join(dir, "none") }).ended;

async function file(name: string, rows: readonly object[]): Promise<string> {
  const place = path.join(dir, name);
  await writeFile(place, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return place;
}

const text = "奧巴馬周一在柏林批評微軟。";
const english = "Obama criticised Microsoft in Berlin on Monday.";
const row = {
  id: "1",
  source_lang: "zh",
  source_text: text,
  english_text: english,
  source_entities: [{ id: "old", start: 0, end: 1, label: "PER" }],
  english_entities: [
    { id: "e1", start: 0, end: 5, label: "PER" },
    { id: "e2", start: 17, end: 26, label: "ORG" },
    { id: "e3", start: 30, end: 36, label: "LOC" },
  ],
  note: "kept",
};

describe("project and evaluate", { timeout: 240_000 }, () => {
  it("fill in source entities with links, scores and signals, and score them", async () => {
    const source = await file("in.jsonl", [row]);
    const lexicon = path.join(dir, "names.tsv");
    await writeFile(lexicon, "english\ttarget\nMicrosoft\t微软\n");
    const out = path.join(dir, "out.jsonl");
    const done = await spanbridge(
      "project",
      "--in",
      source,
      "--out",
      out,
      "--engine",
      "offline",
      "--lexicon",
      lexicon,
    );
    expect(done).toMatchObject({ code: 0, stderr: expect.stringContaining("3 entities placed, 0 not") });
    const result = JSON.parse(await readFile(out, "utf8"));
    const found = result.source_entities.map((entity: { text: string; label: string }) => [
      entity.text,
      entity.label,
    ]);
    expect(found).toEqual([
      ["奧巴馬", "PER"],
      ["柏林", "LOC"],
      ["微軟", "ORG"],
    ]);
    expect(result.links.map(([pivot]: [string]) => pivot).sort()).toEqual(["e1", "e2", "e3"]);
    for (const { score } of result.source_entities) expect(score > 0 && score <= 1).toBe(true);
    expect(Array.isArray(result.signals)).toBe(true);
    expect(result.note).toBe("kept");

    const gold = await file("gold.jsonl", [
      {
        ...row,
        source_entities: [
          { start: 0, end: 3, label: "PER" },
          { start: 6, end: 8, label: "ORG" },
        ],
      },
      { ...row, id: "2", source_entities: [{ start: 0, end: 2, label: "ORG" }] },
    ]);
    const scored = await spanbridge("evaluate", "--gold", gold, "--pred", out, "--json");
    expect(scored.code).toBe(0);
    expect(evaluationSchema.parse(JSON.parse(scored.stdout))).toMatchObject({
      segments: 2,
      predicted: {
        withoutAnnotation: 1,
        spans: { strict: { micro: { correct: 1, predicted: 3, gold: 3 } }, exact: { micro: { correct: 2 } } },
      },
    });
  });

  it("refuse a file with bad rows and say which", async () => {
    const bad = await file("bad.jsonl", [{ ...row, source_entities: [{ start: 0, end: 99, label: "PER" }] }]);
    const ended = await spanbridge("project", "--in", bad);
    expect(ended).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("line 1") });
  });
});
