import { outputOf } from "@spanbridge/formats";
import type { ExportOptions, ExportVia } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { exportCodec } from "../formats/choose.ts";
import { tellable } from "../problem.ts";
import { accessTo } from "../projects/access.ts";
import { Checksum } from "./checksum.ts";
import { noteExport } from "./log.ts";
import { exportProject } from "./run.ts";

export type Download = {
  readonly fileName: string;
  readonly mediaType: string;
  /** How many segments are coming. */
  readonly segments: number;
  /** Breaks off with an error when the export does: a file that is not whole must not look like one. */
  readonly body: ReadableStream<Uint8Array>;
};

/** Starts an export; it goes on as fast as the body is read and ends when the reader goes away. */
export async function startDownload(
  app: App,
  actor: Actor,
  project: string,
  options: ExportOptions,
  via: ExportVia = "browser",
): Promise<Download> {
  const codec = exportCodec(options.format, options.formatOptions);
  const access = await accessTo(app, actor, project, "read");
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const sum = new Checksum();
  const started = Promise.withResolvers<number>();
  const write = async (bytes: Uint8Array): Promise<void> => {
    await writer.ready;
    sum.add(bytes);
    await writer.write(bytes);
  };
  exportProject(app.db, access, access, options, { begin: started.resolve, write }).then(
    async ({ segments }) => {
      const { format, ...selection } = options;
      const file = { segments, bytes: sum.bytes, sha256: sum.end() };
      const taken = { projectId: access.id, userId: actor.userId, via, snapshot: null };
      await noteExport(app, { ...taken, format, selection, ...file });
      await writer.close().catch(() => undefined);
    },
    (error: unknown) => {
      started.reject(error);
      // A reader that has gone away is no failure of ours.
      if (writer.desiredSize !== null)
        writer.abort(tellable(error, app.log, "export")).catch(() => undefined);
    },
  );
  const segments = await started.promise;
  const { extension, mediaType } = outputOf(codec, options.formatOptions);
  return { fileName: `${project}-${options.layer}${extension}`, mediaType, segments, body: readable };
}
