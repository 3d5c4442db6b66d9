// Writes the tables of docs/formats.md: every format, and what the importers make of real files.
//   node scripts/formats.ts              the formats, and the excerpts that are in this repository
//   node scripts/formats.ts DIRECTORY    the files of a directory of one's own, on stdout
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  AlignedLines,
  allCodecs,
  type Codec,
  detectFormat,
  FileReader,
  importCodecs,
  type ParsedItem,
  ZipWriter,
} from "@spanbridge/formats";

const page = new URL("../docs/formats.md", import.meta.url);
const excerpts = new URL("../packages/formats/test/fixtures", import.meta.url).pathname;

const cell = (value: string | number): string => String(value).replaceAll("|", "\\|").replace(/\s+/g, " ");
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

function formatRow(codec: Codec): readonly string[] {
  const { id, title, extensions, offsets, lossless, cannotHold, createParser, createSerialiser } = codec;
  const ways = [createParser && "in", createSerialiser && "out"].filter(Boolean).join(", ");
  const loses = !createSerialiser ? "" : lossless ? "nothing" : cannotHold.join("; ");
  return [`\`${id}\``, title, extensions.join(" "), offsets, ways, lossless ? "yes" : "no", loses];
}

/** Files below a directory, in order of their names. */
function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory)
    .toSorted()
    .flatMap((name) => {
      const file = path.join(directory, name);
      return statSync(file).isDirectory() ? filesBelow(file) : name.endsWith(".md") ? [] : [file];
    });
}

type Group = { readonly name: string; readonly bytes: Uint8Array };

/** What is read at once: a file, files of a document as an archive, plain texts each with its English one beside it. */
function groupsOf(directory: string): readonly Group[] {
  const files = filesBelow(directory).map((file) => path.relative(directory, file));
  const bytesOf = (file: string) => Uint8Array.from(readFileSync(path.join(directory, file)));
  const stemOf = (file: string) => file.slice(0, -path.extname(file).length);
  const together = Map.groupBy(files, (file) =>
    importCodecs.some(({ companions }) => companions?.test(file)) ? stemOf(file) : file,
  );
  const isPlain = (file: string) =>
    file.endsWith(".txt") && !detectFormat(file, bytesOf(file).subarray(0, 65_536));
  return [...together.values()].flatMap((group): Group[] => {
    const [first = ""] = group;
    if (group.length > 1) return [{ name: `${stemOf(first)}.*`, bytes: archive(group, bytesOf) }];
    const english = first.replace(/_[^_]+?(?=_|\.txt$)/, "_eng");
    if (!isPlain(first) || !files.includes(english)) return [{ name: first, bytes: bytesOf(first) }];
    if (first === english) return [];
    return [{ name: `${first} + ${english}`, bytes: aligned(bytesOf(first), bytesOf(english)) }];
  });
}

function archive(files: readonly string[], bytesOf: (file: string) => Uint8Array): Uint8Array {
  const zip = new ZipWriter();
  for (const file of files) zip.add(file, bytesOf(file));
  return zip.end();
}

function aligned(first: Uint8Array, second: Uint8Array): Uint8Array {
  const lines = new AlignedLines();
  const pieces = [lines.push(0, first), lines.push(1, second), lines.end(0), lines.end(1)];
  return Buffer.concat(pieces);
}

async function groupRow({ name, bytes }: Group): Promise<readonly (string | number)[]> {
  const language = /_(?:en-)?([a-z]{2})(?=[-_.])/.exec(path.basename(name))?.[1] ?? null;
  const reader = new FileReader({ file: name, labels: null, sourceLang: language });
  const items: ParsedItem[] = [];
  for await (const some of reader.push(bytes)) items.push(...some);
  for await (const some of reader.end()) items.push(...some);
  if (!reader.codec) return [name, "not recognised", "", "", "", "", ""];
  const annotations = items.flatMap((item) => (item.kind === "record" ? [item.record.annotation] : []));
  const rows = items.filter(({ kind }) => kind !== "file").length;
  const count = (of: "spans" | "links") => annotations.reduce((sum, each) => sum + each[of].length, 0);
  return [
    name,
    reader.codec.id,
    rows,
    annotations.length,
    count("spans"),
    count("links"),
    diagnosticsOf(items),
  ];
}

function diagnosticsOf(items: readonly ParsedItem[]): string {
  const counts = new Map<string, number>();
  for (const item of items) {
    const found =
      item.kind === "record" ? item.warnings : item.kind === "bad" ? item.diagnostics : [item.diagnostic];
    for (const { severity, code } of found) {
      const name = `${code} (${severity})`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts.size === 0 ? "none" : [...counts].map(([name, count]) => `${name}: ${count}`).join(", ");
}

const FILE_HEAD = ["file", "format", "rows", "segments", "spans", "links", "diagnostics"];
async function filesTable(directory: string): Promise<string> {
  const rows: (readonly (string | number)[])[] = [];
  for (const group of groupsOf(directory)) rows.push(await groupRow(group));
  return table(FILE_HEAD, rows);
}

/** Puts a table between its marks. */
function put(text: string, mark: string, content: string): string {
  const [from, to] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [before, rest] = text.split(from);
  const after = rest?.split(to)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/formats.md has no place for ${mark}.`);
  return `${before}${from}\n${content}\n${to}${after}`;
}

const [directory] = process.argv.slice(2);
if (directory !== undefined) {
  process.stdout.write(`${await filesTable(directory)}\n`);
} else {
  const head = ["id", "format", "extension", "offsets", "in, out", "lossless", "an export leaves out"];
  let text = readFileSync(page, "utf8");
  text = put(text, "formats", table(head, allCodecs.map(formatRow)));
  text = put(text, "excerpts", await filesTable(excerpts));
  writeFileSync(page, text);
}
