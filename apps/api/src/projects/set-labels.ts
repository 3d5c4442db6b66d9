import type { Label, ProjectDetail, setLabelsSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { countSegmentsWith } from "../db/label-usage.ts";
import { readLabels, replaceLabels } from "../db/labels.ts";
import { exclusiveLock, tryExclusiveLock } from "../db/project-lock.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { accessToChange } from "./access.ts";
import { detailOf } from "./get.ts";
import { relabel } from "./relabel.ts";

/** Replaces a project's label set. Spans follow renamed labels; a label that is in use cannot be removed. */
export async function setLabels(
  app: App,
  actor: Actor,
  { project, labels, renames }: z.output<typeof setLabelsSchema>,
): Promise<ProjectDetail> {
  const access = await accessToChange(app, actor, project, "manage");
  await inTransaction(app.db, async (tx) => {
    // An import writes spans with the labels it found when it began.
    if (!(await tryExclusiveLock(tx, access.id, "import"))) {
      throw new AppError("conflict", "An import is running. Change the labels when it is done.");
    }
    await tx.query(exclusiveLock(access.id, "labels"));
    const old = (await readLabels(tx, access.id)).map(({ name }) => name);
    const names = changedNames(old, labels, renames);
    const kept = new Set(labels.map(({ name }) => name));
    for (const label of old) {
      if (!kept.has(label) && !names.has(label)) await refuseIfUsed(tx, access.id, label);
    }
    if (names.size > 0) await relabel(tx, actor.userId, access.id, names);
    await replaceLabels(tx, access.id, labels);
  });
  return detailOf(app, access);
}

/** The renames that change something, once they are known to be possible: no two labels may become one. */
function changedNames(
  old: readonly string[],
  labels: readonly Label[],
  renames: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(renames).filter(([from, to]) => from !== to));
  const targets = [...names.values()];
  for (const [from, to] of names) {
    if (!old.includes(from)) throw new AppError("conflict", `There is no label "${from}" any more.`);
    if (!labels.some(({ name }) => name === to)) {
      throw new AppError("invalid_input", `"${from}" is renamed to "${to}", which is not in the label set.`);
    }
    if ((old.includes(to) && !names.has(to)) || targets.filter((other) => other === to).length > 1) {
      throw new AppError("invalid_input", `"${from}" cannot become "${to}": another label has that name.`);
    }
  }
  return names;
}

async function refuseIfUsed(tx: Tx, projectId: string, label: string): Promise<void> {
  const segments = await countSegmentsWith(tx, projectId, label);
  if (segments === 0) return;
  const where = segments === 1 ? "one segment" : `${segments} segments`;
  throw new AppError(
    "label_in_use",
    `"${label}" is used in ${where}. Rename it, or change those spans first.`,
  );
}
