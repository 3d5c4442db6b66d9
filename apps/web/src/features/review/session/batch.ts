import type { Correction } from "@spanbridge/shared";
import { correctionTitle } from "@spanbridge/shared";
import type { BatchResult } from "@spanbridge/shared/contracts";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc, trpcClient } from "../../../app/trpc.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import { tell } from "./notices.ts";
import { segmentServer } from "./server.ts";
import { doubtCounts, settled } from "./settled.ts";

/** Does a correction in these segments; answers what became of it. Fails as the server does. */
export async function applyInBatch(
  workspace: Workspace,
  project: string,
  correction: Correction,
  numbers: readonly number[],
): Promise<BatchResult> {
  const result = await trpcClient.review.applyIdentical.mutate({
    project,
    correction,
    numbers: [...numbers],
  });
  const title = correctionTitle(correction);
  if (result.changes.length > 0) workspace.noteBatch({ title, changes: result.changes });
  await showAnew(workspace, project, result);
  tell(`${title}: ${segments(result.changes.length)}${leftOut(result)}. Undo takes all of it back.`, "done");
  return result;
}

let stepping = false;

/** Takes the last batch back, or does it again. False where undo or redo means something else now. */
export function stepBatch(workspace: Workspace, project: string, verb: "undo" | "redo"): boolean {
  const batch = workspace.lastBatch(verb);
  if (!batch) return false;
  if (stepping) return true;
  stepping = true;
  tell(verb === "undo" ? `Taking back: ${batch.title}…` : `Doing again: ${batch.title}…`, "done");
  trpcClient.review.revertBatch
    .mutate({ project, changes: [...batch.changes], origin: verb })
    .then(async (result) => {
      workspace.batchTaken(verb, { title: batch.title, changes: result.changes });
      await showAnew(workspace, project, result);
      const done = verb === "undo" ? "Undone" : "Redone";
      tell(`${done} in ${segments(result.changes.length)}: ${batch.title}${leftOut(result)}`, "done");
    })
    .catch((error: unknown) => tell(failureOf(error).message, "refusal"))
    .finally(() => {
      stepping = false;
    });
  return true;
}

const segments = (count: number): string => (count === 1 ? "1 segment" : `${count} segments`);

const leftOut = ({ skipped }: BatchResult): string =>
  skipped.length === 0 ? "" : `; ${skipped.length} left as they are, because somebody has changed them`;

/** What was changed behind the open segments' backs is read again, and the lists that show it. */
async function showAnew(workspace: Workspace, project: string, { changes }: BatchResult): Promise<void> {
  await Promise.all(
    changes.map(async ({ number }) => {
      const open = workspace.get(number);
      const view = open && (await segmentServer(project, number).open());
      if (view?.ok) open?.refresh(view.value);
    }),
  );
  void queryClient.invalidateQueries({ queryKey: trpc.queue.pathKey() });
  doubtCounts(project);
  settled(project);
}
