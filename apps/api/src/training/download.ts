import type { TrainingCounts, TrainingOptions, trainingRequestSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import type { SnapshotRow } from "../db/snapshots.ts";
import { inTransaction } from "../db/transaction.ts";
import { Checksum } from "../export/checksum.ts";
import { noteExport } from "../export/log.ts";
import { streamed, type Write } from "../export/streamed.ts";
import { snapshotFor } from "../snapshots/access.ts";
import type { FileDownload } from "../snapshots/download.ts";
import { writeTraining } from "./write.ts";

/** Starts the download of a snapshot's training data. */
export async function startTrainingDownload(
  app: App,
  actor: Actor,
  { options, ...ref }: z.output<typeof trainingRequestSchema>,
): Promise<FileDownload> {
  const { access, snapshot } = await snapshotFor(app, actor, ref);
  const source = { projectId: access.id, userId: actor.userId };
  const body = await streamed(app, "training download", async (write) => {
    await sendTraining(app, source, snapshot, options, write);
  });
  const fileName = `${ref.project}-${snapshot.name}-${options.shape}.zip`;
  return { fileName, mediaType: "application/zip", body };
}

/** Writes the archive and notes that it left. `userId` is null on the command line. */
export async function sendTraining(
  app: Pick<App, "db" | "log">,
  { projectId, userId }: { readonly projectId: string; readonly userId: string | null },
  snapshot: SnapshotRow,
  options: TrainingOptions,
  write: Write,
): Promise<TrainingCounts> {
  const sum = new Checksum();
  const report = await inTransaction(app.db.streams, (tx) =>
    writeTraining(tx, snapshot, options, async (bytes) => {
      sum.add(bytes);
      await write(bytes);
    }),
  );
  await noteExport(app, {
    projectId,
    userId,
    via: userId === null ? "command line" : "browser",
    format: options.shape,
    snapshot: snapshot.name,
    selection: {
      stages: options.stages,
      examples: report.counts.reduce((all, { examples }) => all + examples, 0),
    },
    segments: snapshot.segments,
    bytes: sum.bytes,
    sha256: sum.end(),
  });
  return report;
}
