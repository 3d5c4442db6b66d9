import { setTimeout as delay } from "node:timers/promises";
import type { Run } from "@spanbridge/shared/contracts";
import { readRuns } from "../db/runs.ts";
import type { CliContext } from "./with-app.ts";

const WATCH_MS = 500;

const figures = ({ segments, entities, calls }: Run): string =>
  [
    `${segments.done + segments.failed} of ${segments.total} segments`,
    ...(segments.failed > 0 ? [`${segments.failed} failed`] : []),
    `${entities.placed} entities placed, ${entities.unplaced} not`,
    ...(calls.paid + calls.reused > 0
      ? [`${calls.paid} calls, ${calls.reused} reused, cost ${calls.cost.toPrecision(3)}`]
      : []),
  ].join("; ");

export function printRuns(runs: readonly Run[], json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(runs)}\n`);
    return;
  }
  if (runs.length === 0) process.stderr.write("There are no runs yet.\n");
  for (const run of runs)
    process.stdout.write(
      `${run.name}  ${run.state}  ${figures(run)}${run.shown ? "; shown in review" : ""}\n`,
    );
}

/** Shows how far a run is until it rests. Exit code 0 where it is done, with every segment. */
export async function watchRun({ app, signal }: CliContext, projectId: string, id: string): Promise<number> {
  let said = "";
  for (;;) {
    const [run] = await readRuns(app.db.pool, projectId, id);
    if (!run) return 1;
    const line = `${run.state}: ${figures(run)}`;
    if (line !== said) process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    said = line;
    if (run.state !== "queued" && run.state !== "running") {
      if (process.stderr.isTTY) process.stderr.write("\n");
      if (run.error !== "") process.stderr.write(`${run.error}\n`);
      return run.state === "done" && run.segments.failed === 0 ? 0 : 1;
    }
    if (signal.aborted) return 1;
    await delay(WATCH_MS, undefined, { signal }).catch(() => undefined);
  }
}
