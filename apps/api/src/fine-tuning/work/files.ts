import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import type { FineTuningSettings } from "@spanbridge/shared/contracts";
import type { App } from "../../app.ts";
import type { SnapshotRow } from "../../db/snapshots.ts";
import { inTransaction } from "../../db/transaction.ts";
import { Checksum } from "../../export/checksum.ts";
import { builderFor, linesOf } from "../../training/build.ts";
import { fromSnapshot } from "../../training/source.ts";

export type TrainingFile = {
  readonly path: string;
  readonly examples: number;
  readonly bytes: number;
  readonly sha256: string;
};
export type TrainingFiles = {
  readonly train: TrainingFile;
  readonly dev: TrainingFile;
  readonly remove: () => Promise<void>;
};

/**
 * The two files of a snapshot's training data as chat messages, in a directory of their own that only this user can read: they
 * are too large for memory, and an upload needs to know how long they are. The same snapshot gives the same files.
 */
export async function trainingFiles(
  app: App,
  snapshot: SnapshotRow,
  { stages, acceptedOnly }: FineTuningSettings,
): Promise<TrainingFiles> {
  const dir = await mkdtemp(path.join(tmpdir(), "spanbridge-fine-tuning-"));
  const remove = () => rm(dir, { recursive: true, force: true });
  try {
    const files = { train: openFile(dir, "train"), dev: openFile(dir, "dev") };
    const options = { shape: "sft-openai", stages, acceptedOnly, model: "" } as const;
    const source = fromSnapshot(snapshot);
    const builder = await builderFor(source, { ...options, stages: [...stages] });
    await inTransaction(app.db.streams, async (tx) => {
      for await (const made of linesOf(tx, source, builder, ["train", "dev"])) {
        for (const { part, line } of made) await files[part].write(line);
      }
    });
    const [train, dev] = [await files.train.end(), await files.dev.end()];
    return { train, dev, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function openFile(dir: string, part: "train" | "dev") {
  const place = path.join(dir, `${part}.jsonl`);
  const writer = Writable.toWeb(createWriteStream(place, { mode: 0o600 })).getWriter();
  const sum = new Checksum();
  let examples = 0;
  return {
    write: async (line: string): Promise<void> => {
      const bytes = Buffer.from(`${line}\n`);
      sum.add(bytes);
      examples++;
      await writer.write(bytes);
    },
    end: async (): Promise<TrainingFile> => {
      await writer.close();
      return { path: place, examples, bytes: sum.bytes, sha256: sum.end() };
    },
  };
}
