import type { Side } from "@spanbridge/shared";
import type { ForeignLose } from "../foreign/losses.ts";
import { freeKeys, inOrder, jsonLine } from "../foreign/write.ts";
import type { SegmentRecord } from "../record.ts";
import {
  ARGILLA_METADATA,
  PIVOT_FIELD,
  PIVOT_QUESTION,
  SOURCE_FIELD,
  SOURCE_QUESTION,
  SPAN_KEYS,
} from "./keys.ts";

/**
 * What was decided is a response, what waits a suggestion. Argilla has no state for "left for later". A response is somebody's:
 * without a user's id in Argilla its library refuses the file, so that then everything is a suggestion.
 */
const statuses = {
  accepted: "submitted",
  rejected: "discarded",
  pending: undefined,
  skipped: undefined,
} as const;

/** One record of Argilla 2, as `records.from_json` reads it. Offsets are code points. `userId`: empty for none. */
export function writeArgilla(record: SegmentRecord, userId: string, lose: ForeignLose): string {
  const { annotation, meta } = record;
  const { review, pivotText } = annotation;
  const status = userId === "" ? undefined : statuses[review.state];
  const hasPivot = pivotText !== "";
  const values: [string, object[]][] = [[SOURCE_QUESTION, spansOf(record, "source", lose)]];
  if (hasPivot) values.push([PIVOT_QUESTION, spansOf(record, "pivot", lose)]);
  const waiting = values.filter(([, value]) => value.length > 0);
  const row = {
    id: record.id,
    fields: { [SOURCE_FIELD]: annotation.sourceText, ...(hasPivot && { [PIVOT_FIELD]: pivotText }) },
    metadata: Object.fromEntries([
      ...Object.entries({
        document: record.document ?? undefined,
        source_lang: record.sourceLang ?? undefined,
        reason: status === undefined || review.reason === "" ? undefined : review.reason,
      }),
      ...plain(
        freeKeys(meta?.extra, ARGILLA_METADATA, (key) => lose("metadata", key)),
        lose,
      ),
    ]),
    suggestions:
      status === undefined
        ? Object.fromEntries(waiting.map(([name, value]) => [name, { value, agent: "spanbridge" }]))
        : {},
    responses:
      status === undefined
        ? {}
        : Object.fromEntries(values.map(([name, value]) => [name, [{ value, user_id: userId, status }]])),
    vectors: {},
  };
  return jsonLine(row);
}

/** Metadata of a record is text, numbers or lists of texts; anything else Argilla refuses. */
function plain(entries: readonly [string, unknown][], lose: ForeignLose): [string, unknown][] {
  return entries.filter(([key, value]) => {
    const fits =
      typeof value === "string" ||
      typeof value === "number" ||
      (Array.isArray(value) && value.every((each) => typeof each === "string"));
    if (!fits) lose("metadata", key);
    return fits;
  });
}

function spansOf({ annotation, spanExtras }: SegmentRecord, side: Side, lose: ForeignLose): object[] {
  return inOrder(annotation.spans)
    .filter((span) => span.side === side)
    .map(({ id, start, end, label, provenance }) => ({
      start,
      end,
      label,
      score: provenance.confidence,
      ...Object.fromEntries(freeKeys(spanExtras?.[id], SPAN_KEYS, (key) => lose("metadata", `${id} ${key}`))),
    }));
}
