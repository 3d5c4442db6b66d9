import type { ExportOptions, ExportReport } from "@spanbridge/shared/contracts";
import { atMostSegments, countExport, readExport } from "../db/export-rows.ts";
import type { Database } from "../db/open.ts";
import { inTransaction } from "../db/transaction.ts";
import { type Encoded, Encoder } from "./encoder.ts";
import { type ExportProject, openSelection } from "./selection.ts";
import { ThreadedEncoder } from "./threaded-encoder.ts";

/** Where an export goes. */
export type Sink = {
  /** Called once, before anything is written; counting takes its time and is left out where nobody asks. */
  readonly begin?: (segments: number) => void;
  /** Waits until the receiver can take more. Throws when it has gone: that ends the export. */
  readonly write: (bytes: Uint8Array) => void | Promise<void>;
};

/** Below this many segments an export is done before a thread would have started. */
const WORTH_A_THREAD = 50_000;
/** Pieces that are read before the first of them must be written. */
const AHEAD = 3;

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
      if ((await atMostSegments(tx, project.id)) < WORTH_A_THREAD) {
        return writeAll(readExport(tx, selection), await Encoder.open(settings), sink);
      }
      const encoder = new ThreadedEncoder(settings);
      try {
        return await writeAll(readExport(tx, selection), encoder, sink);
      } finally {
        await encoder.close();
      }
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
}

async function writeAll(
  pieces: AsyncIterable<Uint8Array>,
  encoder: Encoder | ThreadedEncoder,
  sink: Sink,
): Promise<ExportReport> {
  const write = async (bytes: Encoded): Promise<void> => {
    for (const piece of bytes) await sink.write(piece);
  };
  const encoded: Promise<Encoded>[] = [];
  for await (const piece of pieces) {
    const bytes = Promise.resolve(encoder.encode(piece));
    // Where the receiver has gone, nobody waits for the rest.
    bytes.catch(() => undefined);
    encoded.push(bytes);
    if (encoded.length > AHEAD) await write((await encoded.shift()) ?? []);
  }
  for (const bytes of encoded) await write(await bytes);
  const { bytes, report } = await encoder.end();
  await write(bytes);
  return report;
}
