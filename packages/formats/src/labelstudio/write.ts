import { Text } from "@spanbridge/shared";
import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { keeps } from "../foreign/keeps.ts";
import { listSerialiser } from "../foreign/list-serialiser.ts";
import type { ForeignLose } from "../foreign/losses.ts";
import { freeKeys, inOrder, jsonLine, linksInOrder, surfaceOf } from "../foreign/write.ts";
import type { SegmentRecord } from "../record.ts";
import {
  DATA_KEYS,
  PIVOT_KEY,
  PIVOT_LABELS,
  REGION_KEYS,
  RELATION,
  SOURCE_KEY,
  SOURCE_LABELS,
} from "./keys.ts";

const KEEPS = keeps({
  pivot: true,
  spans: true,
  links: true,
  scores: true,
  linkScores: true,
  states: new Set(["accepted", "skipped"]),
  document: true,
  language: true,
  metadata: true,
  spanMetadata: true,
});

/** A list of tasks, and the labels they need: the project's, and behind them whatever else has occurred. */
export function createTasks(options: SerialiseOptions): {
  readonly tasks: Serialiser<string>;
  readonly labels: ReadonlySet<string>;
} {
  const labels = new Set(options.labels);
  const tasks = listSerialiser(options, KEEPS, (record, lose) => {
    for (const { label } of record.annotation.spans) labels.add(label);
    return writeTask(record, lose);
  });
  return { tasks, labels };
}

/** One task: what was decided as an annotation, what waits for a decision as a prediction. */
function writeTask(record: SegmentRecord, lose: ForeignLose): string {
  const { annotation, meta } = record;
  const { state } = annotation.review;
  const result = resultOf(record, lose);
  const decided = state === "accepted" || state === "skipped";
  const task = {
    data: Object.fromEntries([
      ...Object.entries({
        segment_id: record.id ?? undefined,
        document: record.document ?? undefined,
        source_lang: record.sourceLang ?? undefined,
        [SOURCE_KEY]: annotation.sourceText,
        [PIVOT_KEY]: annotation.pivotText,
      }),
      ...freeKeys(meta?.extra, DATA_KEYS, (key) => lose("metadata", key)),
    ]),
    annotations: decided ? [{ was_cancelled: state === "skipped", ground_truth: false, result }] : [],
    predictions: !decided && result.length > 0 ? [{ model_version: "spanbridge", result }] : [],
  };
  return jsonLine(task);
}

function resultOf({ annotation, spanExtras }: SegmentRecord, lose: ForeignLose): object[] {
  const texts = { source: new Text(annotation.sourceText), pivot: new Text(annotation.pivotText) };
  const regions = inOrder(annotation.spans).map(({ id, side, start, end, label, provenance }) => ({
    id,
    from_name: side === "source" ? SOURCE_LABELS : PIVOT_LABELS,
    to_name: side === "source" ? SOURCE_KEY : PIVOT_KEY,
    type: "labels",
    score: provenance.confidence,
    value: { start, end, text: surfaceOf(texts[side], { start, end }), labels: [label] },
    ...Object.fromEntries(freeKeys(spanExtras?.[id], REGION_KEYS, (key) => lose("metadata", `${id} ${key}`))),
  }));
  const relations = linksInOrder(annotation.links).map(({ pivot, source, provenance }) => ({
    type: "relation",
    from_id: pivot,
    to_id: source,
    direction: "right",
    labels: [RELATION],
    score: provenance.confidence,
  }));
  return [...regions, ...relations];
}
