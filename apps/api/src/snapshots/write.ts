import { type ExportCodec, outputOf, type SerialiseOptions } from "@spanbridge/formats";
import {
  type ExportReport,
  type OptionValues,
  type SplitName,
  splitNames,
} from "@spanbridge/shared/contracts";
import { readFrozen } from "../db/snapshot-rows.ts";
import type { SnapshotRow } from "../db/snapshots.ts";
import type { Tx } from "../db/transaction.ts";
import { Archive } from "../export/archive.ts";
import type { Write } from "../export/streamed.ts";
import { exportCodec } from "../formats/choose.ts";

/** A format with its options. */
export type FileFormat = { readonly format: string; readonly formatOptions: OptionValues };

/** Undefined: all of it; null: what is in no split. */
type Part = { readonly split?: SplitName | null | undefined };

export const frozenOf = ({ id, manifest }: SnapshotRow) => ({
  snapshotId: id,
  sourceLang: manifest.project.sourceLang,
  refs: manifest.refs,
});

/** What a serialiser is told, all of it as it was when the snapshot was taken. */
function optionsOf({ manifest }: SnapshotRow, options: OptionValues): SerialiseOptions {
  const { project, labels, licence, attribution } = manifest;
  const { name, sourceLang, pivotLang } = project;
  return {
    sourceLang,
    options,
    labels: labels.map((label) => label.name),
    dataset: { name, pivotLang, licence, attribution },
  };
}

const codecOf = ({ format, formatOptions }: FileFormat): ExportCodec => exportCodec(format, formatOptions);

export const outputOfFile = (file: FileFormat) => outputOf(codecOf(file), file.formatOptions);

/** Writes a snapshot, or one split of it, in a format. */
export async function writeFrozen(
  tx: Tx,
  snapshot: SnapshotRow,
  file: FileFormat & Part,
  write: Write,
): Promise<ExportReport> {
  const serialiser = await codecOf(file).createSerialiser(optionsOf(snapshot, file.formatOptions));
  const encoder = new TextEncoder();
  const put = (piece: string | Uint8Array): Promise<void> =>
    write(typeof piece === "string" ? encoder.encode(piece) : piece);
  for await (const records of readFrozen(tx, { ...frozenOf(snapshot), split: file.split })) {
    let text = "";
    for (const { record } of records) {
      const piece = serialiser.segment(record);
      if (typeof piece === "string") text += piece;
      else if (piece.length > 0) await put(piece);
    }
    if (text !== "") await put(text);
  }
  await put(serialiser.end());
  return { ...serialiser.totals, losses: serialiser.losses() };
}

/** Writes a snapshot as an archive: a file for each split, the card, the manifest and the checksums of all. */
export async function writeFrozenArchive(
  tx: Tx,
  snapshot: SnapshotRow,
  file: FileFormat,
  write: Write,
): Promise<number> {
  const { extension } = outputOfFile(file);
  const archive = new Archive(write);
  await archive.text("README.md", snapshot.card);
  await archive.text("manifest.json", `${JSON.stringify(snapshot.manifest, null, 2)}\n`);
  const there = new Set(snapshot.manifest.counts.map(({ split }) => split));
  const divided = splitNames.some((split) => there.has(split));
  let segments = 0;
  for (const split of [...splitNames, null]) {
    if (!there.has(split)) continue;
    const name = split ?? (divided ? "unsplit" : "all");
    const fill = (put: Write) => writeFrozen(tx, snapshot, { ...file, split }, put);
    segments += (await archive.file(`${name}${extension}`, fill)).segments;
  }
  await archive.end();
  return segments;
}
