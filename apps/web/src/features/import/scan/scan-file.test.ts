import { describe, expect, it } from "vitest";
import type { ScanMessage, ScanRules } from "./messages.ts";
import { scanFile } from "./scan-file.ts";

const rules: ScanRules = {
  labels: ["PER", "ORG", "LOC"],
  allowOverlap: true,
  sourceLang: "zh",
  setup: { format: null, options: {} },
};

async function scan(
  name: string,
  bytes: Blob,
  more: Partial<ScanRules> = {},
): Promise<readonly ScanMessage[]> {
  const told: ScanMessage[] = [];
  await scanFile({ name, bytes }, { ...rules, ...more }, (message) => told.push(message));
  return told;
}

const row = (id: number, extra: object = {}) =>
  `${JSON.stringify({
    id: `n${id}`,
    source_lang: "zh",
    source_text: "美國的😀奧巴馬",
    english_text: "Obama of the United States",
    source_entities: [{ id: "s1", start: 4, end: 7, label: "PER", text: "奧巴馬" }],
    english_entities: [{ id: "e1", start: 0, end: 5, label: "PER" }],
    links: [["e1", "s1"]],
    ...extra,
  })}\n`;

describe("reading a file in the browser", () => {
  it("tells the format, the first rows, the problems and totals that add up", async () => {
    const lines = Array.from({ length: 30 }, (_, id) => row(id));
    lines[3] = "{broken\n";
    lines[7] = row(7, { source_entities: [{ start: 0, end: 99, label: "PER" }], links: [] });
    const told = await scan("news.jsonl", new Blob(lines));
    expect(told[0]).toMatchObject({ kind: "recognised", format: { id: "pairs" } });
    expect(told.at(-1)).toEqual({ kind: "read" });
    const progress = told.filter((message) => message.kind === "progress");
    const last = progress.at(-1);
    expect(last?.totals).toEqual({ rows: 30, good: 28, bad: 2, spans: 56, links: 28 });
    const preview = progress.flatMap((message) => message.preview);
    expect(preview.map((one) => one.row)).toEqual([1, 2, 3, 5, 6, 7, 9, 10]);
    expect(preview[0]).toMatchObject({ id: "n0", sourceText: "美國的😀奧巴馬", links: 1 });
    const problems = progress.flatMap((message) => message.diagnostics);
    expect(problems.map((one) => [one.row, one.code])).toEqual([
      [4, "invalid_json"],
      [8, "outside_text"],
    ]);
  });

  it("reads Universal NER by its content, whatever the file is called", async () => {
    const text = "# sent_id = a\n# text = 美國\n1\t美國\tB-LOC\n\n";
    const told = await scan("export.txt", new Blob([text]));
    expect(told[0]).toMatchObject({ kind: "recognised", format: { id: "iob2" } });
  });

  it("says so when a file is empty or of another kind", async () => {
    expect(await scan("empty.jsonl", new Blob([]))).toEqual([{ kind: "unknown", reason: "empty" }]);
    const told = await scan("photo.png", new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])]));
    expect(told).toEqual([{ kind: "unknown", reason: "format" }]);
  });

  it("tells more than once on the way through a large file", async () => {
    const line = row(0, { note: "x".repeat(4000) });
    const lines = Array.from({ length: 2000 }, (_, id) => line.replace('"n0"', `"n${id}"`));
    const told = await scan("large.jsonl", new Blob(lines));
    const progress = told.filter((message) => message.kind === "progress");
    expect(progress.length).toBeGreaterThan(3);
    const bytes = progress.map((message) => message.bytes);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(bytes.at(-1)).toBe(lines.reduce((sum, one) => sum + new TextEncoder().encode(one).length, 0));
    expect(progress.at(-1)?.totals.good).toBe(2000);
  });

  it("counts the labels as the file has them, and maps them as it is told", async () => {
    const bytes = new Blob([row(1, { source_entities: [{ start: 4, end: 7, label: "PERSON" }], links: [] })]);
    const last = (told: readonly ScanMessage[]) =>
      told.filter((message) => message.kind === "progress").at(-1);
    const before = last(await scan("a.jsonl", bytes));
    expect(before?.totals).toMatchObject({ good: 0, bad: 1 });
    expect(before?.labels).toEqual([
      { name: "PERSON", times: 1 },
      { name: "PER", times: 1 },
    ]);
    const setup = { format: null, options: { label_map: "PERSON=PER" } };
    const after = last(await scan("a.jsonl", bytes, { setup }));
    expect(after?.totals).toMatchObject({ good: 1, bad: 0 });
  });

  it("tells what a table's columns are taken for, and reads a file as what it is said to be", async () => {
    const told = await scan("a.csv", new Blob(["nr,zh,english\n1,安,Ann\n"]));
    expect(told[0]).toMatchObject({
      format: { id: "parallel" },
      table: { header: ["nr", "zh", "english"], columns: { source: 1, pivot: 2 } },
    });
    const plain = new Blob(["安见了博\n赛\n"]);
    expect(await scan("a.txt", plain)).toEqual([{ kind: "unknown", reason: "format" }]);
    const said = await scan("a.txt", plain, { setup: { format: "parallel", options: {} } });
    expect(said.filter((message) => message.kind === "progress").at(-1)?.totals.good).toBe(2);
  });

  it("reads packed files", async () => {
    const packed = new Blob([row(1), row(2)]).stream().pipeThrough(new CompressionStream("gzip"));
    const told = await scan("a.jsonl.gz", await new Response(packed).blob());
    expect(told.find((message) => message.kind === "progress")?.totals.good).toBe(2);
  });
});
