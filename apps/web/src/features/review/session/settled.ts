import { useEffect } from "react";
import { queryClient, trpc } from "../../../app/trpc.ts";

/** What the server makes of the segments' annotations and states, beside the queue and the segments themselves. */
const readers = [
  trpc.projects.pathFilter(),
  trpc.documents.pathFilter(),
  trpc.memory.pathFilter(),
  trpc.evaluation.pathFilter(),
  trpc.training.pathFilter(),
  trpc.exports.preview.pathFilter(),
  trpc.exports.report.pathFilter(),
  trpc.snapshots.preview.pathFilter(),
  trpc.runs.learning.pathFilter(),
  trpc.runs.estimate.pathFilter(),
  trpc.runs.compare.pathFilter(),
  trpc.wikipedia.preview.pathFilter(),
  trpc.queue.signals.pathFilter(),
];

/** Projects whose counts on this page may miss something, or have it twice. */
const inDoubt = new Set<string>();
export const doubtCounts = (project: string): void => void inDoubt.add(project);

let reviewing = 0;

/** While the review screen is there, its counts move with what is done; everything else is asked anew when it is gone to. */
export function useReviewing(): void {
  useEffect(() => {
    reviewing++;
    return () => {
      reviewing--;
    };
  }, []);
}

/** Everything done in a project is on the server now: what was read while it was on its way may be older. */
export function settled(project: string): void {
  const refetchType = inDoubt.delete(project) || reviewing === 0 ? "active" : "none";
  for (const reader of readers) void queryClient.invalidateQueries({ ...reader, refetchType });
}
