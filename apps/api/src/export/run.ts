import type { ExportOptions, ExportReport } from "@spanbridge/shared/contracts";
import { countExport, readExport } from "../db/export-rows.ts";
import type { Database } from "../db/open.ts";
import { inTransaction } from "../db/transaction.ts";
import { type Encoded, Encoder } from "./encoder.ts";
import { type ExportProject, openSelection } from "./selection.ts";

/** Where an export goes. */
export type Sink = {
  /** Called once, before anything is written; counting takes its time and is left out where nobody asks. */
  readonly begin?: (segments: number) => void;
  /** Waits until the receiver can take more. Throws when it has gone: that ends the export. */
  readonly write: (bytes: Uint8Array) => void | Promise<void>;
  /** Whether a piece may be written over once `write` has resolved. Millions of segments leave much less garbage then. */
  readonly returns?: boolean;
};

/** Writes the chosen segments of a project, as they all were at one moment, in a format. */
export async function exportProject(
  db: Pick<Database, "streams">,
  project: ExportProject,
  rights: { mayManage: boolean },
  options: ExportOptions,
  sink: Sink,
): Promise<ExportReport> {
  return inTransaction(
    db.streams,
    async (tx) => {
      const { selection, settings } = await openSelection(tx, project, rights, options);
      sink.begin?.(await countExport(tx, selection));
      const encoder = await Encoder.open(settings);
      const write = async (bytes: Encoded): Promise<void> => {
        for (const piece of bytes) {
          await sink.write(piece);
          if (sink.returns) encoder.reuse(piece);
        }
      };
      for await (const rows of readExport(tx, selection)) await write(encoder.encode(rows));
      const { bytes, report } = encoder.end();
      await write(bytes);
      return report;
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
}
