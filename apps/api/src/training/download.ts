import type { ExportVia, TrainingCounts, TrainingRequest } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { inTransaction } from "../db/transaction.ts";
import { Checksum } from "../export/checksum.ts";
import { noteExport } from "../export/log.ts";
import { streamed, type Write } from "../export/streamed.ts";
import { accessTo } from "../projects/access.ts";
import type { FileDownload } from "../snapshots/download.ts";
import type { SnapshotProject } from "../snapshots/plan.ts";
import { AT_ONE_MOMENT, sourceFor } from "./source.ts";
import { writeTraining } from "./write.ts";

type Via = Extract<ExportVia, "browser" | "script">;

/** Starts the download of training data. */
export async function startTrainingDownload(
  app: App,
  actor: Actor,
  request: TrainingRequest,
  via: Via = "browser",
): Promise<FileDownload> {
  const access = await accessTo(app, actor, request.project, "read");
  const by = { userId: actor.userId, via };
  const body = await streamed(app, "training download", async (write) => {
    await sendTraining(app, access, by, request, write);
  });
  const { project, snapshot, options } = request;
  const fileName = [project, ...(snapshot === undefined ? [] : [snapshot]), options.shape].join("-");
  return { fileName: `${fileName}.zip`, mediaType: "application/zip", body };
}

/** Writes the archive and notes that it left. `userId` is null on the command line. */
export async function sendTraining(
  app: Pick<App, "db" | "log">,
  project: SnapshotProject,
  { userId, via }: { readonly userId: string | null; readonly via: ExportVia },
  request: Pick<TrainingRequest, "snapshot" | "plan" | "options">,
  write: Write,
): Promise<TrainingCounts> {
  const sum = new Checksum();
  const { options, plan } = request;
  const { report, source } = await inTransaction(
    app.db.streams,
    async (tx) => {
      const found = await sourceFor(tx, project, request);
      const made = await writeTraining(tx, found, options, async (bytes) => {
        sum.add(bytes);
        await write(bytes);
      });
      return { report: made, source: found };
    },
    AT_ONE_MOMENT,
  );
  await noteExport(app, {
    projectId: project.id,
    userId,
    via,
    format: options.shape,
    snapshot: source.snapshot,
    selection: {
      stages: options.stages,
      examples: report.counts.reduce((all, { examples }) => all + examples, 0),
      ...(plan && {
        layer: plan.layer,
        states: plan.states,
        documents: plan.documents,
        languages: plan.languages,
      }),
    },
    segments: source.segments,
    bytes: sum.bytes,
    sha256: sum.end(),
  });
  return report;
}
