import type { ForeignLose } from "../foreign/losses.ts";
import { joinTexts, SOURCE_LENGTH } from "../foreign/two-texts.ts";
import { freeKeys, inOrder, jsonLine, linksInOrder, numbersOf } from "../foreign/write.ts";
import type { SegmentRecord } from "../record.ts";
import { DOCCANO_KEYS } from "./read.ts";

const SPAN_KEYS: ReadonlySet<string> = new Set(["id", "start_offset", "end_offset", "label"]);

/** One line of a doccano file, in the form that has relations. Offsets are code points, as its server reads them. */
export function writeDoccano(record: SegmentRecord, lose: ForeignLose): string {
  const { annotation, meta, spanExtras } = record;
  const { joined, sourceLength, offsetOf } = joinTexts(annotation.sourceText, annotation.pivotText);
  const spans = inOrder(annotation.spans);
  const numbers = numbersOf(spans);
  const row = {
    id: record.id ?? undefined,
    doc: record.document ?? undefined,
    source_lang: record.sourceLang ?? undefined,
    text: joined,
    [SOURCE_LENGTH]: sourceLength,
    entities: spans.map(({ id, side, start, end, label }) => ({
      id: numbers.get(id),
      label,
      start_offset: start + offsetOf(side),
      end_offset: end + offsetOf(side),
      ...Object.fromEntries(freeKeys(spanExtras?.[id], SPAN_KEYS, (key) => lose("metadata", `${id} ${key}`))),
    })),
    relations: linksInOrder(annotation.links).map(({ pivot, source }, index) => ({
      id: index,
      from_id: numbers.get(pivot),
      to_id: numbers.get(source),
      type: "projects_to",
    })),
  };
  const extra = freeKeys(meta?.extra, DOCCANO_KEYS, (key) => lose("metadata", key));
  return jsonLine(Object.fromEntries([...Object.entries(row), ...extra]));
}
