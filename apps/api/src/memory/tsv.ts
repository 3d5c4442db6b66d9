import { isStorable } from "@spanbridge/shared";
import type { importMemoryResultSchema, importMemorySchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { allEntries, type MemoryPair, putPairs } from "../db/memory-browse.ts";
import { accessTo, accessToChange } from "../projects/access.ts";

const LONGEST = 500;
const MOST_PROBLEMS = 200;

export type MemoryLines = {
  readonly pairs: readonly MemoryPair[];
  readonly problems: { line: number; message: string }[];
};

/** Reads lines of `english TAB source [TAB label]`; a first line that names the columns is skipped, so are empty ones. */
export function readMemoryLines(tsv: string): MemoryLines {
  const pairs: MemoryPair[] = [];
  const problems: { line: number; message: string }[] = [];
  tsv
    .replace(/^\ufeff/u, "")
    .split(/\r?\n/u)
    .forEach((line, index) => {
      if (line.trim() === "") return;
      const [pivot = "", source = "", label = ""] = line.split("\t").map((cell) => cell.trim());
      if (index === 0 && /^english$/iu.test(pivot)) return;
      const message =
        pivot === "" || source === ""
          ? "Two names with a tab between them are needed."
          : Math.max(pivot.length, source.length) > LONGEST || label.length > 60
            ? "A name or label is too long."
            : isStorable(line)
              ? undefined
              : "The line holds a character that cannot be stored.";
      if (message === undefined) pairs.push({ pivot, source, label });
      else problems.push({ line: index + 1, message });
    });
  return { pairs, problems };
}

/** Like any import, for managers. */
export async function importMemory(
  app: App,
  actor: Actor,
  { project, tsv }: z.output<typeof importMemorySchema>,
): Promise<z.input<typeof importMemoryResultSchema>> {
  const { id } = await accessToChange(app, actor, project, "manage");
  const { pairs, problems } = readMemoryLines(tsv);
  const added = await putPairs(app.db.pool, id, pairs);
  const different = new Set(pairs.map(({ pivot, source, label }) => JSON.stringify([pivot, source, label])))
    .size;
  return { added, known: different - added, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** Memory as lines that `importMemory` reads; a name's own tabs and line breaks become spaces. */
export async function exportMemory(
  app: App,
  actor: Actor,
  { project }: { project: string },
): Promise<{ tsv: string }> {
  const { id } = await accessTo(app, actor, project, "read");
  const entries = await allEntries(app.db.pool, id);
  const cell = (value: string): string => value.replace(/[\t\r\n]+/gu, " ");
  const lines = entries.map(({ pivot, source, label }) => [pivot, source, label].map(cell).join("\t"));
  return { tsv: `${["english\tsource\tlabel", ...lines].join("\n")}\n` };
}
