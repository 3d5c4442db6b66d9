import { isStorable, type PivotRevision, revisePivot } from "@spanbridge/shared";
import { type Desk, nowOf, perform, stateOf } from "./desk.ts";

export const startRevising = (desk: Desk): void =>
  desk.segment.tool({ kind: "revise", draft: nowOf(desk).pivotText });

/** What saving the draft would do; undefined while nothing is being rewritten or nothing has changed. */
export function revisionOf(desk: Desk): PivotRevision | undefined {
  const { tool } = stateOf(desk);
  const now = nowOf(desk);
  return tool.kind === "revising" && tool.draft !== now.pivotText ? revisePivot(now, tool.draft) : undefined;
}

export function saveRevision(desk: Desk): void {
  const { tool } = stateOf(desk);
  if (tool.kind !== "revising") return;
  if (!isStorable(tool.draft)) {
    desk.host.tell("The text holds a character that cannot be stored.", "refusal");
    return;
  }
  const revision = revisionOf(desk);
  if (!revision || perform(desk, "Edit the translation", revision.edits))
    desk.segment.tool({ kind: "escape" });
}
