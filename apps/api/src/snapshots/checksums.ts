import { createHash, type Hash } from "node:crypto";
import { codecs, type SegmentRecord } from "@spanbridge/formats";
import { type SnapshotManifest, type SplitName, splitNames } from "@spanbridge/shared/contracts";
import { readCandidates } from "../db/snapshot-rows.ts";
import type { Tx } from "../db/transaction.ts";
import type { Planned } from "./plan.ts";

type File = SnapshotManifest["files"][number];

/** The checksums of the pairs files that a snapshot will have: of the whole, and of each split that has segments. */
export async function checksumsOf(tx: Tx, { selection, sourceLang, refs, splits }: Planned): Promise<File[]> {
  const whole = summed(sourceLang);
  const bySplit = new Map<SplitName, Summed>();
  for await (const candidates of readCandidates(tx, selection, { sourceLang, ref: refs.layer })) {
    for (const { number, record } of candidates) {
      whole.add(record);
      const split = splits.get(number);
      if (!split) continue;
      const file = bySplit.get(split) ?? summed(sourceLang);
      bySplit.set(split, file);
      file.add(record);
    }
  }
  const files = splitNames.flatMap((split) => {
    const file = bySplit.get(split);
    return file ? [{ split, ...file.end() }] : [];
  });
  return [{ split: null, ...whole.end() }, ...files];
}

type Summed = ReturnType<typeof summed>;

function summed(sourceLang: string) {
  const serialiser = codecs.pairs.createSerialiser({ sourceLang });
  const hash: Hash = createHash("sha256");
  let bytes = 0;
  const put = (text: string): void => {
    const piece = Buffer.from(text);
    bytes += piece.length;
    hash.update(piece);
  };
  return {
    add: (record: SegmentRecord) => put(serialiser.segment(record)),
    end: () => {
      put(serialiser.end());
      return { sha256: hash.digest("hex"), bytes };
    },
  };
}
