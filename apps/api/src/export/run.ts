import type { ExportOptions, ExportReport } from "@spanbridge/shared/contracts";
import type { ProjectAccess } from "../db/access.ts";
import { readExportFacts } from "../db/export-facts.ts";
import { countExport, findLayer, readExport } from "../db/export-rows.ts";
import type { Database } from "../db/open.ts";
import { inTransaction } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { exportCodec } from "../formats/choose.ts";

/** Where an export goes. */
export type Sink = {
  /** Called once, before anything is written; counting takes its time and is left out where nobody asks. */
  readonly begin?: (segments: number) => void;
  /** Waits until the receiver can take more. Throws when it has gone: that ends the export. */
  readonly write: (piece: string | Uint8Array) => void | Promise<void>;
};

/** Writes the chosen segments of a project, as they all were at one moment, in a format. */
export async function exportProject(
  db: Pick<Database, "streams">,
  project: Pick<ProjectAccess, "id" | "name" | "sourceLang">,
  { mayManage }: { mayManage: boolean },
  { format, formatOptions, layer: layerName, states, documents }: ExportOptions,
  sink: Sink,
): Promise<ExportReport> {
  const codec = exportCodec(format, formatOptions);
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
      const serialiser = await codec.createSerialiser({
        sourceLang,
        options: formatOptions,
        ...(await readExportFacts(tx, id)),
      });
      for await (const records of readExport(tx, selection)) {
        let text = "";
        for (const record of records) {
          const piece = serialiser.segment(record);
          if (typeof piece === "string") text += piece;
          else if (piece.length > 0) await sink.write(piece);
        }
        if (text !== "") await sink.write(text);
      }
      const end = serialiser.end();
      if (end.length > 0) await sink.write(end);
      return { ...serialiser.totals, losses: serialiser.losses() };
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
}
