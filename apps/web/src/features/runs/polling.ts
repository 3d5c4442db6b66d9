import type { Run } from "@spanbridge/shared/contracts";

export const POLL_MS = 1000;

/** Whether something in the run still changes. */
export const isActive = ({ state, segments }: Pick<Run, "state" | "segments">): boolean =>
  state === "queued" || state === "running" || segments.working > 0;
