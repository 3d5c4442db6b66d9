import type { SnapshotDownload } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import type { SnapshotRow } from "../db/snapshots.ts";
import { inTransaction } from "../db/transaction.ts";
import { Checksum } from "../export/checksum.ts";
import { noteExport } from "../export/log.ts";
import { streamed, type Write } from "../export/streamed.ts";
import { snapshotFor } from "./access.ts";
import { outputOfFile, writeFrozen, writeFrozenArchive } from "./write.ts";

export type FileDownload = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: ReadableStream<Uint8Array>;
};

type Source = {
  readonly projectId: string;
  /** Null on the command line. */
  readonly userId: string | null;
};

/** Starts the download of a snapshot; the bytes are the same every time. */
export async function startSnapshotDownload(
  app: App,
  actor: Actor,
  { project, snapshot: name, ...options }: SnapshotDownload,
): Promise<FileDownload> {
  const { access, snapshot } = await snapshotFor(app, actor, { project, snapshot: name });
  const source = { projectId: access.id, userId: actor.userId };
  const body = await streamed(app, "snapshot download", (write) =>
    sendSnapshot(app, source, snapshot, options, write),
  );
  return { ...fileOf(project, name, options), body };
}

type Options = Omit<SnapshotDownload, "project" | "snapshot">;

/** Writes the file and notes that it left. */
export async function sendSnapshot(
  app: Pick<App, "db" | "log">,
  { projectId, userId }: Source,
  snapshot: SnapshotRow,
  { format, formatOptions, split, zip }: Options,
  write: Write,
): Promise<void> {
  const sum = new Checksum();
  const put: Write = async (bytes) => {
    if (bytes.length === 0) return;
    sum.add(bytes);
    await write(bytes);
  };
  const segments = await inTransaction(app.db.streams, async (tx) =>
    zip
      ? writeFrozenArchive(tx, snapshot, { format, formatOptions }, put)
      : (await writeFrozen(tx, snapshot, { format, formatOptions, split }, put)).segments,
  );
  await noteExport(app, {
    projectId,
    userId,
    via: userId === null ? "command line" : "browser",
    format,
    snapshot: snapshot.name,
    selection: { formatOptions, ...(split && { split }), ...(zip && { zip }) },
    segments,
    bytes: sum.bytes,
    sha256: sum.end(),
  });
}

export function fileOf(
  project: string,
  name: string,
  { format, formatOptions, split, zip }: Options,
): { readonly fileName: string; readonly mediaType: string } {
  const { extension, mediaType } = outputOfFile({ format, formatOptions });
  const stem = [project, name, ...(split ? [split] : [])].join("-");
  return zip
    ? { fileName: `${stem}-${format}.zip`, mediaType: "application/zip" }
    : { fileName: `${stem}${extension}`, mediaType };
}
