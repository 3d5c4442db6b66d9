// Writes the tables of docs/formats.md: every format, and what the importers make of real files.
//   node scripts/formats.ts              the formats, and the excerpts that are in this repository
//   node scripts/formats.ts DIRECTORY    the files of a directory of one's own, on stdout
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { allCodecs, type Codec, detectFormat, type ParsedItem } from "@spanbridge/formats";

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

async function fileRow(directory: string, file: string): Promise<readonly (string | number)[]> {
  const bytes = readFileSync(file);
  const name = path.relative(directory, file);
  const codec = detectFormat(path.basename(file), bytes.subarray(0, 64 * 1024))?.codec;
  if (!codec) return [name, "not recognised", "", "", "", "", ""];
  const language = /_([a-z]{2})(?=[-_.])/.exec(path.basename(file))?.[1] ?? null;
  const parser = await codec.createParser({ file: name, labels: null, sourceLang: language });
  const items: ParsedItem[] = [];
  for (let at = 0; at < bytes.length; at += 65_536)
    items.push(...parser.push(bytes.subarray(at, at + 65_536)));
  items.push(...parser.end());
  if (parser.rest) for await (const more of parser.rest()) items.push(...more);
  const { rows, records, spans, links } = parser.totals;
  return [name, codec.id, rows, records, spans, links, diagnosticsOf(items)];
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
  for (const file of filesBelow(directory)) rows.push(await fileRow(directory, file));
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
