import { create } from "zustand";
import { queryClient, trpc } from "../../../app/trpc.ts";
import type { Mark } from "../../../editor/model/workspace/workspace.ts";
import { doubtCounts } from "./settled.ts";

/** States and flags as they are in this tab, by project and segment number: newer than what the queue has loaded. */
export const useMarks = create<{ readonly marks: ReadonlyMap<string, Mark> }>()(() => ({ marks: new Map() }));

const keyOf = (project: string, number: number): string => `${project} ${number}`;

export const markOf = (marks: ReadonlyMap<string, Mark>, project: string, number: number): Mark | undefined =>
  marks.get(keyOf(project, number));

/** Decided in this tab, whatever the queue says: the server may not know yet. */
export function isDecidedHere(project: string, number: number): boolean {
  const mark = markOf(useMarks.getState().marks, project, number);
  return mark !== undefined && mark.state !== "pending";
}

/**
 * A segment's mark has changed: the queue shows it at once. The project's counts move with what was done here; what the
 * server has told may be in them already.
 */
export function markIn(project: string, number: number, mark: Mark, before: Mark, here: boolean): void {
  useMarks.setState(({ marks }) => ({ marks: new Map(marks).set(keyOf(project, number), mark) }));
  if (mark.state === before.state) return;
  if (!here) {
    doubtCounts(project);
    return;
  }
  const { queryKey } = trpc.projects.get.queryOptions({ project });
  // An answer that left the server before this change must not put the old counts back.
  void queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(
    queryKey,
    (detail) =>
      detail && {
        ...detail,
        counts: {
          ...detail.counts,
          [before.state]: detail.counts[before.state] - 1,
          [mark.state]: detail.counts[mark.state] + 1,
        },
      },
  );
}

/** Something else has changed many segments of a project: what the server says is newer now. */
export function forgetMarks(project: string): void {
  useMarks.setState(({ marks }) => ({
    marks: new Map([...marks].filter(([key]) => !key.startsWith(`${project} `))),
  }));
}
