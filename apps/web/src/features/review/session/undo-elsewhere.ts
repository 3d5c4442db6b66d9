import type { Segment } from "../../../editor/model/segment/segment.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import { tell } from "./notices.ts";
import { openSegment } from "./use-segment.ts";

/** Takes back what was done last in another segment than `here` and goes there. False where there is nothing. */
export function undoElsewhere(
  workspace: Workspace,
  project: string,
  here: number | undefined,
  goTo: (number: number) => void,
): boolean {
  const number = workspace.lastElsewhere(here);
  if (number === undefined) return false;
  const open = workspace.get(number);
  if (open) return undoIn(open, goTo);
  // Done before the page was opened: the segment is not here yet.
  openSegment(workspace, project, number).then(
    (segment) => undoIn(segment, goTo),
    () => tell("The segment where you did something last cannot be loaded now.", "refusal"),
  );
  return true;
}

function undoIn(segment: Segment, goTo: (number: number) => void): boolean {
  const done = segment.undo();
  if (!done) return false;
  goTo(segment.number);
  const { externalId } = segment.store.getState().meta;
  if (done.ok) tell(`Undone in ${externalId}: ${done.value.title}`, "done");
  else tell(`That can no longer be taken back. ${done.error.message}`, "refusal");
  return true;
}
