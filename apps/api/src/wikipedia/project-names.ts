import { type EnglishName, uniqueNames, wikiOf } from "@spanbridge/projection";
import { absenceOf, counterpartsBySpan, Text } from "@spanbridge/shared";
import type { WikipediaSource } from "@spanbridge/shared/contracts";
import { exportRecords } from "../db/export-record.ts";
import { findLayer, readExport } from "../db/export-rows.ts";
import { refOf } from "../db/layer-ref.ts";
import { allEntries } from "../db/memory-browse.ts";
import type { Tx } from "../db/transaction.ts";

type Project = { readonly id: string; readonly sourceLang: string };

/**
 * English names of a project, each once, with the label it most often has. What is read is what people see, of texts in
 * `language` and others that share its Wikipedia. Memory does not say which language its names are of: all of them count.
 */
export async function namesOfProject(
  tx: Tx,
  project: Project,
  source: WikipediaSource,
  language: string,
): Promise<EnglishName[]> {
  const known = source === "entities" ? [] : await allEntries(tx, project.id);
  if (source === "memory") return uniqueNames(known.map(({ pivot, label }) => ({ name: pivot, label })));
  const inMemory = new Set(known.map(({ pivot }) => pivot.toLowerCase()));
  const labels = new Map<string, Map<string, number>>();
  for await (const { name, label, isPlaced } of mentionsIn(tx, project, language)) {
    if (source === "open" && (isPlaced || inMemory.has(name.toLowerCase()))) continue;
    const counts = labels.get(name) ?? new Map<string, number>();
    counts.set(label, (counts.get(label) ?? 0) + 1);
    labels.set(name, counts);
  }
  return uniqueNames([...labels].map(([name, counts]) => ({ name, label: mostFrequent(counts) })));
}

type Mention = { readonly name: string; readonly label: string; readonly isPlaced: boolean };

/** The entities of all translations. `isPlaced`: somebody has said where it is in the source, or that it is not there. */
async function* mentionsIn(tx: Tx, { id, sourceLang }: Project, language: string): AsyncGenerator<Mention> {
  const wiki = wikiOf(language);
  const layer = await findLayer(tx, id, "review");
  if (!layer) return;
  const selection = { projectId: id, layer, states: [], documents: [], languages: [] };
  for await (const piece of readExport(tx, selection)) {
    for (const { annotation, sourceLang: own } of exportRecords(
      piece,
      sourceLang,
      refOf(layer.kind, layer.name),
    )) {
      if (wikiOf(own ?? sourceLang) !== wiki) continue;
      const counterparts = counterpartsBySpan(annotation);
      const pivot = new Text(annotation.pivotText);
      for (const span of annotation.spans) {
        if (span.side !== "pivot") continue;
        const name = pivot.slice(span).replace(/\s+/gu, " ").trim();
        const isPlaced = counterparts.has(span.id) || absenceOf(annotation, span.id) !== undefined;
        if (name !== "") yield { name, label: span.label, isPlaced };
      }
    }
  }
}

const mostFrequent = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? "";
