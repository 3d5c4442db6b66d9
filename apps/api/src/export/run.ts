import { codecs } from "@spanbridge/formats";
import type { ExportOptions, ExportReport } from "@spanbridge/shared/contracts";
import type { ProjectAccess } from "../db/access.ts";
import { countExport, findLayer, readExport } from "../db/export-rows.ts";
import type { Database } from "../db/open.ts";
import { inTransaction } from "../db/transaction.ts";
import { AppError } from "../error.ts";

/** Where an export goes. */
export type Sink = {
  /** Called once, before anything is written; counting takes its time and is left out where nobody asks. */
  readonly begin?: (segments: number) => void;
  /** Waits until the receiver can take more. Throws when it has gone: that ends the export. */
  readonly write: (text: string) => void | Promise<void>;
};

/** Writes the chosen segments of a project, as they all were at one moment, in a format. */
export async function exportProject(
  db: Pick<Database, "streams">,
  project: Pick<ProjectAccess, "id" | "name" | "sourceLang">,
  { mayManage }: { mayManage: boolean },
  { format, layer: layerName, states, documents }: ExportOptions,
  sink: Sink,
): Promise<ExportReport> {
  return inTransaction(
    db.streams,
    async (tx) => {
      const layer = await findLayer(tx, project.id, layerName);
      if (!layer || (layer.hidden && !mayManage)) {
        throw new AppError("not_found", `"${project.name}" has no layer "${layerName}" that you may see.`);
      }
      const { id, sourceLang } = project;
      const selection = { projectId: id, sourceLang, layer, states, documents };
      sink.begin?.(await countExport(tx, selection));
      const serialiser = codecs[format].createSerialiser({ sourceLang });
      for await (const records of readExport(tx, selection)) {
        let text = "";
        for (const record of records) text += serialiser.segment(record);
        await sink.write(text);
      }
      const end = serialiser.end();
      if (end !== "") await sink.write(end);
      return { ...serialiser.totals, losses: serialiser.losses() };
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
}
