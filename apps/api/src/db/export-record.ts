import type { SegmentMeta, SegmentRecord } from "@spanbridge/formats";
import { z } from "zod";
import { decodeBody, emptyBody } from "./annotation-body.ts";
import { rowsOf } from "./copy-out.ts";
import { isMadeId } from "./made-id.ts";

/** The segments in a piece of `readExport`. `ref`: see `decodeBody`. */
export function* exportRecords(piece: Uint8Array, sourceLang: string, ref: string): Generator<SegmentRecord> {
  for (const row of rowsOf(piece)) yield toRecord(row, sourceLang, ref);
}

export function toRecord(row: readonly (string | null)[], sourceLang: string, ref: string): SegmentRecord {
  const [externalId = "", document = "", sourceText, pivotText, revised, meta, language, stored] = row;
  const { extras, ...body } = stored ? decodeBody(JSON.parse(stored), ref) : emptyBody;
  const imported = pivotText ?? "";
  const shown = revised ?? imported;
  return {
    id: externalId === null || isMadeId(externalId) ? null : externalId,
    document: document || null,
    sourceLang: language ?? sourceLang,
    annotation: { sourceText: sourceText ?? "", pivotText: shown, ...body },
    originalPivotText: shown === imported ? null : imported,
    meta: meta ? metaSchema.parse(JSON.parse(meta)) : null,
    spanExtras: extras,
  };
}

/** It was written by us; of what a file held in it nothing is looked at. */
const metaSchema: z.ZodType<SegmentMeta> = z.custom<SegmentMeta>(
  (value) => typeof value === "object" && value !== null,
);
