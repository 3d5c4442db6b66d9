import type { ExportOptions, ExportReport } from "@spanbridge/shared/contracts";
import type { ProjectAccess } from "../db/access.ts";
import { readExportFacts } from "../db/export-facts.ts";
import { atMostSegments, countExport, findLayer, readExport } from "../db/export-rows.ts";
import { refOf } from "../db/layer-ref.ts";
import type { Database } from "../db/open.ts";
import { inTransaction } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { exportCodec } from "../formats/choose.ts";
import { type Encoded, Encoder } from "./encoder.ts";
import { ThreadedEncoder } from "./threaded-encoder.ts";

/** Where an export goes. */
export type Sink = {
  /** Called once, before anything is written; counting takes its time and is left out where nobody asks. */
  readonly begin?: (segments: number) => void;
  /** Waits until the receiver can take more. Throws when it has gone: that ends the export. */
  readonly write: (bytes: Uint8Array) => void | Promise<void>;
};

/** Below this many segments an export is done before a thread would have started. */
const WORTH_A_THREAD = 10_000;
/** Pieces that are read before the first of them must be written. */
const AHEAD = 3;

/** Writes the chosen segments of a project, as they all were at one moment, in a format. */
export async function exportProject(
  db: Pick<Database, "streams">,
  project: Pick<ProjectAccess, "id" | "name" | "sourceLang">,
  { mayManage }: { mayManage: boolean },
  { format, formatOptions, layer: layerName, states, documents }: ExportOptions,
  sink: Sink,
): Promise<ExportReport> {
  exportCodec(format, formatOptions);
  return inTransaction(
    db.streams,
    async (tx) => {
      const layer = await findLayer(tx, project.id, layerName);
      if (!layer || (layer.hidden && !mayManage)) {
        throw new AppError("not_found", `"${project.name}" has no layer "${layerName}" that you may see.`);
      }
      const { id, sourceLang } = project;
      const selection = { projectId: id, layer, states, documents };
      sink.begin?.(await countExport(tx, selection));
      const settings = {
        format,
        ref: refOf(layer.kind, layer.name),
        options: { sourceLang, options: formatOptions, ...(await readExportFacts(tx, id)) },
      };
      if ((await atMostSegments(tx, id)) < WORTH_A_THREAD) {
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
  try {
    for await (const piece of pieces) {
      encoded.push(Promise.resolve(encoder.encode(piece)));
      if (encoded.length > AHEAD) await write((await encoded.shift()) ?? []);
    }
    for (const bytes of encoded.splice(0)) await write(await bytes);
  } finally {
    // Those that nobody waits for any more fail for the same reason.
    for (const bytes of encoded) bytes.catch(() => undefined);
  }
  const { bytes, report } = await encoder.end();
  await write(bytes);
  return report;
}
