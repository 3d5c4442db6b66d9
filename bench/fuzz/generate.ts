import { readdirSync, readFileSync } from "node:fs";
import type { TextCodec } from "@spanbridge/formats";
import { codecs } from "@spanbridge/formats";
import type { Random } from "../support/random.ts";
import { type FileKind, fileKinds, plainFile } from "./file-kinds.ts";
import { iob2Kinds, type Sentence } from "./iob2-kinds.ts";
import type { Effect, RowKind } from "./kinds.ts";
import { type PairsRow, pairsKinds } from "./pairs-kinds.ts";

/** A row as it stands in the file, and what was done to it. */
export type MadeRow = { readonly kind: string; readonly effect: Effect; readonly text: string };

export type MadeFile = {
  readonly codec: TextCodec;
  readonly language: string;
  readonly rows: readonly MadeRow[];
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  readonly maxLineBytes: number | undefined;
};

const fixtures = new URL("../../packages/formats/test/fixtures/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, fixtures), "utf8");
const names = readdirSync(fixtures).toSorted();

// Rows as text, so that every file starts from fresh copies; those of one file are in one language.
type Rows = { readonly codec: TextCodec; readonly language: string; readonly rows: readonly string[] };
const sources = names.flatMap((name): Rows[] => {
  const isPairs = name.endsWith(".jsonl") && !name.startsWith("pudtext");
  const language = /_(\w\w)[-_]/.exec(name)?.[1] ?? "";
  if (isPairs) return [{ codec: codecs.pairs, language, rows: read(name).trim().split("\n") }];
  return name.endsWith(".iob2")
    ? [{ codec: codecs.iob2, language, rows: read(name).trim().split("\n\n") }]
    : [];
});

function sentenceOf(text: string): Sentence {
  const lines = text.split("\n");
  const isComment = (line: string) => line.startsWith("#");
  return {
    comments: lines.filter(isComment),
    tokens: lines.filter((line) => !isComment(line)).map((line) => line.split("\t")),
  };
}

const MAX_ROWS = 4;
const LONG_LINE = 20_000;

/** A file of a few real rows, some of them damaged, sometimes damaged as a whole. */
export function makeFile(random: Random): MadeFile {
  const { codec, language, rows: texts } = random.pick(sources);
  const isPairs = codec.id === "pairs";
  const size = 1 + random.below(MAX_ROWS);
  const chosen = new Set(Array.from({ length: size }, () => random.below(texts.length)));
  const rows: MadeRow[] = [];
  for (const index of chosen) {
    const text = texts[index] ?? "";
    rows.push(
      isPairs
        ? makeRow<PairsRow>(() => JSON.parse(text), pairsKinds, random)
        : makeRow<Sentence>(() => sentenceOf(text), iob2Kinds, random),
    );
  }
  const twin = rows.find(({ kind }) => kind === "good: as it is");
  if (twin && random.next() < 0.1) {
    rows.push({
      ...twin,
      kind: "a segment given twice",
      effect: { kind: "bad", codes: ["duplicate_segment"] },
    });
  }
  const long = random.next() < 0.02;
  if (long) {
    const text = isPairs
      ? `{"source_text":"${"x".repeat(LONG_LINE)}"}`
      : `# text = ${"x".repeat(LONG_LINE)}\n1\tx\tO\t-\t-`;
    const effect: Effect = { kind: "bad", codes: ["line_too_long"] };
    rows.splice(random.below(rows.length + 1), 0, { kind: "a line above the limit", effect, text });
  }
  const kind = random.next() < 0.5 ? plainFile : random.pick(fileKinds);
  const separator = isPairs ? "\n" : "\n\n";
  const file = rows.map(({ text }) => text + separator).join("");
  return {
    codec,
    language,
    rows,
    kind,
    bytes: kind.apply(file, random),
    maxLineBytes: long ? LONG_LINE : undefined,
  };
}

function makeRow<Row>(fresh: () => Row, kinds: readonly RowKind<Row>[], random: Random): MadeRow {
  const unharmed = kinds.filter(({ effect }) => effect.kind === "good");
  for (;;) {
    const kind = random.pick(random.next() < 0.4 ? unharmed : kinds);
    const text = kind.apply(fresh(), random);
    if (text !== undefined) return { kind: kind.name, effect: kind.effect, text };
  }
}
