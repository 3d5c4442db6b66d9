import { once } from "node:events";
import { Command } from "commander";
import { startWorkers } from "../runs/work/job.ts";
import { startSearches } from "../wikipedia/work.ts";
import { withApp } from "./with-app.ts";

export const workerCommand = (): Command =>
  new Command("worker")
    .description(
      "Works on projection runs and searches in Wikipedia until Ctrl-C, beside the server or on another machine with the same DATABASE_URL.",
    )
    .option("--runs <N>", "runs at a time", "4")
    .action((options: { runs: string }) =>
      withApp(async ({ app, signal }) => {
        const stop = await startWorkers(app, Math.max(1, Number(options.runs) || 1));
        const stopSearches = await startSearches(app);
        process.stderr.write("Working on projection runs. Ctrl-C stops.\n");
        if (!signal.aborted) await once(signal, "abort");
        stopSearches();
        await stop();
        return 0;
      }),
    );
