import { Text } from "@spanbridge/shared";
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

/** One task: what was decided as an annotation, what waits for a decision as a prediction. */
export function writeTask(record: SegmentRecord, lose: ForeignLose): string {
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

/** The labelling configuration for tasks as we write them: two texts, their labels, and the relation between them. */
export function labelStudioConfig(labels: readonly string[]): string {
  const list = labels.map((label) => `    <Label value="${attribute(label)}"/>`).join("\n");
  return `<View>
  <Relations>
    <Relation value="${RELATION}"/>
  </Relations>
  <Labels name="${SOURCE_LABELS}" toName="${SOURCE_KEY}">
${list}
  </Labels>
  <Text name="${SOURCE_KEY}" value="$${SOURCE_KEY}" granularity="symbol"/>
  <Labels name="${PIVOT_LABELS}" toName="${PIVOT_KEY}">
${list}
  </Labels>
  <Text name="${PIVOT_KEY}" value="$${PIVOT_KEY}" granularity="symbol"/>
</View>
`;
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const attribute = (value: string): string => value.replace(/[&<>"]/g, (found) => entities[found] ?? found);
