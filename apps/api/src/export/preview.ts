import { dataAlone } from "@spanbridge/formats";
import type { ExportOptions, ExportPreview } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { numbersAfter, readExport } from "../db/export-rows.ts";
import { inTransaction } from "../db/transaction.ts";
import { exportCodec } from "../formats/choose.ts";
import { accessTo } from "../projects/access.ts";
import { Encoder } from "./encoder.ts";
import { openSelection } from "./selection.ts";

/** Segments that are shown, and the most characters of them. */
const SEGMENTS = 3;
const CHARACTERS = 8000;

/** The first segments of an export as the file would have them: the file of a selection that holds only them. */
export async function previewExport(
  app: App,
  actor: Actor,
  { project, options }: { project: string; options: ExportOptions },
): Promise<ExportPreview> {
  const access = await accessTo(app, actor, project, "read");
  return inTransaction(
    app.db.streams,
    async (tx) => {
      // Of an archive, the file with the data: that is what people want to see.
      const codec = exportCodec(options.format, options.formatOptions);
      const formatOptions = { ...options.formatOptions, ...dataAlone(codec) };
      const { selection, settings } = await openSelection(tx, access, access, { ...options, formatOptions });
      const numbers = await numbersAfter(tx, selection, 0, SEGMENTS);
      const [first, last] = [numbers[0], numbers.at(-1)];
      if (first === undefined || last === undefined) return { text: "", segments: 0, cut: false };
      const encoder = await Encoder.open(settings);
      const pieces: Uint8Array[] = [];
      for await (const rows of readExport(tx, { ...selection, numbers: { first, last } })) {
        pieces.push(...encoder.encode(rows));
      }
      const { bytes } = encoder.end();
      return shown(Buffer.concat([...pieces, ...bytes]), numbers.length);
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
}

function shown(bytes: Buffer, segments: number): ExportPreview {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: text.slice(0, CHARACTERS).toWellFormed(), segments, cut: text.length > CHARACTERS };
  } catch {
    // No text: an archive, or a table in columns.
    return { text: null, segments, cut: false };
  }
}
