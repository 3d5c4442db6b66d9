import { gzipSync } from "node:zlib";
import { ZipWriter } from "@spanbridge/formats";
import { beforeEach, describe, expect, it } from "vitest";
import { runImport } from "../../src/import/run.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
let project = "";
let count = 0;

beforeEach(async () => {
  project = `packed${++count}`;
  await world().as(world().owner).projects.create({ name: project, sourceLang: "zh" });
});

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 5000) yield bytes.subarray(at, at + 5000);
}

const bring = (
  name: string,
  bytes: Uint8Array,
  more: { format?: string; formatOptions?: Record<string, string> } = {},
) =>
  runImport(world().app, world().owner, {
    project,
    layer: "predictions",
    strict: false,
    format: undefined,
    formatOptions: {},
    ...more,
    source: { name, bytes: pieces(bytes) },
    signal: new AbortController().signal,
  });

function zip(files: Record<string, string>): Uint8Array {
  const writer = new ZipWriter();
  for (const [name, text] of Object.entries(files)) writer.add(name, text);
  return writer.end();
}

describe("a packed file", () => {
  it("is imported as if it were not packed", async () => {
    const rows = Array.from({ length: 3000 }, (_, id) => obama(`n${id}`));
    const packed = gzipSync(lines(rows));
    expect(await bring("a.jsonl.gz", packed)).toMatchObject({
      format: "pairs",
      imported: 3000,
      diagnostics: [],
    });
    expect(await bring("a.jsonl", Buffer.from(lines(rows)))).toMatchObject({ unchanged: 3000 });
  });

  it("of several files gives the rows of all that are in one format", async () => {
    const report = await bring(
      "all.zip",
      zip({ "x/a.jsonl": lines([obama("a")]), "x/b.jsonl": lines([plain("b"), {}]), "NOTES.md": "Notes" }),
    );
    expect(report).toMatchObject({ outcome: "imported", format: "pairs", rows: 3, imported: 2, skipped: 1 });
    expect(report.diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      "all.zip/b.jsonl missing",
      "all.zip archive",
    ]);
  });

  it("that unpacks to far more than it is, is damaged or holds nothing of ours keeps nothing", async () => {
    const bomb = gzipSync(lines([obama("a")]) + " ".repeat(80_000_000));
    const cut = gzipSync(lines([obama("a")])).subarray(0, 100);
    for (const [bytes, code] of [
      [bomb, "archive_bomb"],
      [cut, "archive"],
      [zip({ "a.bin": "\u0001\u0002" }), "unknown_format"],
    ] as const) {
      const report = await bring("upload", bytes);
      expect(report.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    }
    expect((await world().as(world().owner).projects.get({ project })).counts.pending).toBeLessThanOrEqual(1);
  });
});

describe("a table", () => {
  const csv = Buffer.from("nr,zh,english\n1,安见了博,Ann met Bo\n2,赛,Cy\n");

  it("is imported by its columns' names, or by the ones chosen", async () => {
    expect(await bring("a.csv", csv)).toMatchObject({ format: "parallel", imported: 2 });
    const formatOptions = { source_column: "english", pivot_column: "-", id_column: "nr" };
    expect(await bring("b.csv", csv, { formatOptions })).toMatchObject({ imported: 2 });
  });

  it("with an option that the format has not is refused", async () => {
    await expect(bring("a.csv", csv, { formatOptions: { colour: "red" } })).rejects.toThrow(
      /no option colour/,
    );
  });
});
