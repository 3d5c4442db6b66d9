import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import { tell } from "./notices.ts";

/** Takes back what was done last in another segment than `here` and goes there. False where there is nothing. */
export function undoElsewhere(
  workspace: Workspace,
  here: number | undefined,
  goTo: (number: number) => void,
): boolean {
  const number = workspace.lastElsewhere(here);
  const other = number === undefined ? undefined : workspace.get(number);
  const done = other?.undo();
  if (!other || !done) return false;
  goTo(other.number);
  const { externalId } = other.store.getState().meta;
  if (done.ok) tell(`Undone in ${externalId}: ${done.value.title}`, "done");
  else tell(`That can no longer be taken back. ${done.error.message}`, "refusal");
  return true;
}
