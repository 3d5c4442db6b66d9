import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../shared/test/invariants.ts";
import { bytesOf, fixture } from "../../test/support.ts";
import { FileReader } from "../archive/reader.ts";
import { ZipWriter } from "../archive/zip-writer.ts";
import type { ParsedItem } from "../codec.ts";
import { detectFormat } from "../detect.ts";

const kinds = ["objects", "spans", "tokens", "txt"] as const;
type Kind = (typeof kinds)[number];
const real = (kind: Kind) => fixture(`corpora/factrueval_ru_book_100.${kind}`);
const realFiles = (order: readonly Kind[] = kinds): [string, Uint8Array][] =>
  order.map((kind) => [`book/book_100.${kind}`, real(kind)]);

async function read(files: readonly (readonly [string, Uint8Array | string])[], options = {}) {
  const zip = new ZipWriter();
  for (const [name, content] of files) zip.add(name, content);
  const reader = new FileReader({ file: "up.zip", labels: null, sourceLang: "ru", options });
  const items: ParsedItem[] = [];
  for await (const some of reader.push(zip.end())) items.push(...some);
  for await (const some of reader.end()) items.push(...some);
  const records = items.flatMap((item) => (item.kind === "record" ? [item.record] : []));
  const told = items.flatMap((item) => (item.kind === "file" ? [item.diagnostic] : []));
  const bad = items.flatMap((item) => (item.kind === "bad" ? item.diagnostics : []));
  const warnings = items.flatMap((item) => (item.kind === "record" ? item.warnings : []));
  const surfaces = records.flatMap(({ annotation: { sourceText, spans } }) =>
    spans.map(({ label, start, end }) => `${label} ${[...sourceText].slice(start, end).join("")}`),
  );
  return { codec: reader.codec?.id, records, told, bad, warnings, surfaces };
}

/** "Анна 👍 из Новой Москвы.\nБо ушёл." */
const small = {
  txt: "Анна 👍 из Новой Москвы.\nБо ушёл.\n",
  tokens:
    "1 0 4 Анна\n2 5 1 👍\n3 7 2 из\n4 10 5 Новой\n5 16 6 Москвы\n6 22 1 .\n\n7 24 2 Бо\n8 27 4 ушёл\n9 31 1 .\n",
  spans: "11 name 0 4 1 1 # 1 Анна\n12 loc_name 10 12 4 2 # 4 5 Новой Москвы\n13 name 24 2 7 1 # 7 Бо\n",
  objects: "21 Person 11 # Анна\n22 Location 12 # Новой Москвы\n23 Person 13 # Бо\n",
};
const files = (more: Partial<typeof small> = {}): [string, string][] =>
  Object.entries({ ...small, ...more }).map(([kind, text]) => [`d.${kind}`, text]);

describe("FactRuEval-2016", () => {
  it.each(kinds)("of a real document is recognised, unless it is the plain text: .%s", (kind) => {
    expect(detectFormat(`book_100.${kind}`, real(kind))?.codec.id).toBe(
      kind === "txt" ? undefined : "factrueval",
    );
  });

  // 32 lines in .objects, 61 in .spans, 9 sentences of 298 tokens in .tokens.
  it.each([
    { order: kinds, options: {}, segments: 9, spans: 32 },
    { order: kinds.toReversed(), options: {}, segments: 9, spans: 32 },
    { order: kinds, options: { segments: "lines" }, segments: 4, spans: 32 },
    { order: kinds, options: { segments: "documents" }, segments: 1, spans: 32 },
    { order: kinds, options: { entities: "spans" }, segments: 9, spans: 61 },
  ])("reads a real document: $order $options", async ({ order, options, segments, spans }) => {
    const { codec, records, told, bad, warnings, surfaces } = await read(realFiles(order), options);
    expect({ codec, told, bad, warnings }).toEqual({ codec: "factrueval", told: [], bad: [], warnings: [] });
    expect(records).toHaveLength(segments);
    expect(surfaces).toHaveLength(spans);
    for (const { annotation } of records) expect(problemsOf(annotation)).toEqual([]);
    if (options.entities === undefined) {
      expect(surfaces).toContain("Org муниципального собрания района Отрадное");
      expect(surfaces).toContain("LocOrg района Отрадное");
    }
    const tokens = records.flatMap(({ meta }) => meta?.tokens?.source?.ranges ?? []);
    expect(tokens).toHaveLength(298);
  });

  it("gives sentences with their document, ids and tokens, in code points", async () => {
    const { records, surfaces } = await read(files());
    expect(records).toMatchObject([
      {
        id: "d:1",
        document: "d",
        annotation: {
          sourceText: "Анна 👍 из Новой Москвы.",
          spans: [{ id: "21" }, { id: "22", start: 10 }],
        },
      },
      { id: "d:2", annotation: { sourceText: "Бо ушёл.", spans: [{ id: "23", start: 0, end: 2 }] } },
    ]);
    expect(surfaces).toEqual(["Person Анна", "Location Новой Москвы", "Person Бо"]);
    expect(records[1]?.meta?.tokens?.source?.ranges).toEqual([
      [0, 2],
      [3, 7],
      [7, 8],
    ]);
  });

  it.each([
    ["another word at a token", { tokens: small.tokens.replace("Бо", "Во") }, "text_mismatch"],
    ["other words at a span", { spans: small.spans.replace("Новой М", "Старой М") }, "text_mismatch"],
    ["a span beyond the text", { spans: small.spans.replace("24 2", "240 2") }, "outside_text"],
    ["an object without its span", { objects: "21 Person 99 # Анна\n" }, "unknown_id"],
    ["an object over two sentences", { objects: "21 Person 11 13 # Анна Бо\n" }, "outside_text"],
    ["a line that is none", { objects: "21\tPerson\t11\n" }, "columns"],
  ])("with %s is a bad row", async (_, more, code) => {
    const { records, bad } = await read(files(more));
    expect(records).toEqual([]);
    expect(bad.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  it("says where an object has gaps, stands there twice, and which text is in no sentence", async () => {
    const objects = `${small.objects}24 Person 11 # Анна\n25 Org 11 12 # Анна Новой Москвы\n`;
    const tokens = small.tokens.replace("7 24 2 Бо\n", "");
    const spans = small.spans.replace(/13 name.*\n/, "");
    const { warnings, records } = await read(
      files({ objects: objects.replace(/23 Person.*\n/, ""), tokens, spans }),
    );
    expect(warnings.map(({ code }) => code).sort()).toEqual(["duplicate_span", "gaps", "text_left"]);
    expect(records[0]?.annotation.spans).toHaveLength(3);
  });

  it("leaves out what is not of the four, and names what is missing", async () => {
    const { records, told } = await read([
      ...files(),
      ["e.txt", "Один."],
      ["e.objects", "1 Person 2 # Один"],
      ["d.facts", "1 Deal\n"],
      ["README.txt", "Read me."],
    ]);
    expect(records).toHaveLength(2);
    expect(told.map(({ message }) => message)).toEqual([
      "d.facts was left out: it is not in the format of the other files.",
      "README.txt was left out: it is not in the format of the other files.",
      "e was left out: the four files of a document belong together; .tokens, .spans is missing.",
    ]);
  });
});

describe("a plain text in an archive", () => {
  it("waits for the file that says which format they are in", async () => {
    const line = bytesOf('{"id":"a","source_text":"Анна"}\n');
    const { codec, records, told } = await read([
      ["a.txt", "Анна"],
      ["b.jsonl", line],
    ]);
    expect(codec).toBe("pairs");
    expect(records).toHaveLength(1);
    expect(told.map(({ message }) => message)).toEqual([
      "a.txt was left out: it is not in the format of the other files.",
    ]);
  });
});
