import { importCodecs, type ParsedItem } from "@spanbridge/formats";
import type { Diagnostic, OptionValues } from "@spanbridge/shared/contracts";
import type { Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { ExternalIds } from "./external-ids.ts";
import { openSource, type Source } from "./read.ts";
import type { ImportTally } from "./report.ts";
import type { ImportTarget } from "./target.ts";
import { type Row, SegmentWriter } from "./writer.ts";

export type ImportOptions = {
  /** Nothing is written any more once a row is bad; reading goes on, to name all of them. */
  readonly strict: boolean;
  readonly signal: AbortSignal;
  /** Undefined: told from the content. */
  readonly format: string | undefined;
  readonly formatOptions: OptionValues;
};

/**
 * Reads a file into a project, inside the caller's transaction. What was done is counted in `tally`; the caller decides
 * whether it stays. While one batch is on its way to the database the next one is read and made ready.
 */
export async function importFile(
  tx: Tx,
  target: ImportTarget,
  source: Source,
  tally: ImportTally,
  { strict, signal, format, formatOptions }: ImportOptions,
): Promise<void> {
  const { codec, before, items } = await openSource(
    source,
    {
      file: source.name,
      labels: target.labels,
      allowOverlap: target.allowOverlap,
      sourceLang: target.sourceLang,
      importRef: target.layer.name,
      options: formatOptions,
    },
    format,
  );
  if (!codec) {
    await items.return(undefined);
    const errors = tally.errors;
    for (const item of before) take(item, tally);
    if (tally.errors === errors) tally.add(unknownFormat(source.name));
    return;
  }
  tally.read(codec.id);
  const writer = await SegmentWriter.open(tx, target, tally);
  const ids = new ExternalIds();
  let writing = Promise.resolve();
  const send = async (): Promise<void> => {
    await writing;
    writing = writer.flush();
    // Its failure is met where it is awaited; until then it must not count as unhandled.
    writing.catch(() => undefined);
  };
  try {
    let rows: Row[] = [];
    for await (const read of items) {
      if (signal.aborted) throw cancelled();
      tally.bytes += read.bytes;
      for (const item of read.items) {
        const good = take(item, tally);
        if (good) rows.push({ file: source.name, ...good });
      }
      if (rows.length < writer.wanted && read.bytes > 0) continue;
      if (!(strict && tally.errors > 0)) await writer.add(rows, ids);
      rows = [];
      if (writer.isFull) await send();
    }
    await send();
  } finally {
    // The connection is the writer's until it is done, however the reading ended.
    await writing;
  }
  await writer.close();
  if (signal.aborted) throw cancelled();
}

/** Counts an item; answers what is to be written. */
function take(item: ParsedItem, tally: ImportTally): Omit<Row, "file"> | undefined {
  switch (item.kind) {
    case "record":
      tally.rows++;
      for (const warning of item.warnings) tally.add(warning);
      return { row: item.row, record: item.record };
    case "bad":
      tally.rows++;
      tally.skip(item.diagnostics);
      return undefined;
    case "file":
      tally.add(item.diagnostic);
      return undefined;
  }
}

export const cancelled = (): AppError =>
  new AppError("cancelled", "The import was cancelled. Nothing was kept.");

const unknownFormat = (file: string): Diagnostic => ({
  severity: "error",
  file,
  row: 0,
  field: "",
  code: "unknown_format",
  message: `This is in no format that can be imported here: ${importCodecs.map(({ title }) => title).join(", ")}.`,
});
