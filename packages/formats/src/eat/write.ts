import { Text } from "@spanbridge/shared";
import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { keeps } from "../foreign/keeps.ts";
import { countForeignLosses, type ForeignLose, foreignLoser } from "../foreign/losses.ts";
import { freeKeys, linksInOrder, surfaceOf } from "../foreign/write.ts";
import { LossCounter } from "../losses.ts";
import type { SegmentRecord } from "../record.ts";
import { EAT_KEYS, TARGET_KEY } from "./read.ts";

const KEEPS = keeps({ spans: true, pivot: true, links: true, metadata: true });

/** Writes a pair of names for each link. A list on one line, as the published files are. */
export function createEatSerialiser(options: SerialiseOptions = {}): Serialiser<string> {
  const losses = new LossCounter();
  const totals = { segments: 0, spans: 0, links: 0 };
  let seen = 0;
  let written = 0;
  return {
    totals,
    losses: () => losses.list(),
    end: () => (written === 0 ? "[]\n" : "]\n"),
    segment: (record) => {
      const segment = record.id ?? `(segment ${++seen})`;
      const lose = foreignLoser(losses, segment);
      countForeignLosses(record, KEEPS, options.sourceLang ?? null, lose);
      const { rows, spans } = rowsOf(record, lose);
      countWhole(record, rows.length, spans, segment, losses);
      if (rows.length > 0) totals.segments++;
      const pairs = Math.min(rows.length, record.annotation.links.length);
      totals.spans += pairs > 0 ? 2 * pairs : rows.length;
      totals.links += pairs;
      let text = "";
      for (const row of rows) text += `${written++ === 0 ? "[" : ", "}${JSON.stringify(row)}`;
      return text;
    },
  };
}

function rowsOf(record: SegmentRecord, lose: ForeignLose) {
  const { annotation, meta } = record;
  const { sourceText, pivotText, spans } = annotation;
  const texts = { source: new Text(sourceText), pivot: new Text(pivotText) };
  const byId = new Map<string, (typeof spans)[number]>(spans.map((span) => [span.id, span]));
  const known = new Set<string>();
  const target = meta?.extra?.[TARGET_KEY];
  const reserved = new Set([...EAT_KEYS, TARGET_KEY]);
  const further = Object.fromEntries(
    freeKeys(meta?.extra, reserved, (key) => {
      if (key !== TARGET_KEY) lose("metadata", key);
    }),
  );
  const rows = linksInOrder(annotation.links).flatMap(({ pivot, source }) => {
    const [english, other] = [byId.get(pivot), byId.get(source)];
    if (!english || !other) return [];
    known.add(pivot).add(source);
    const names = {
      eng_entity: surfaceOf(texts.pivot, english),
      tgt_entity: surfaceOf(texts.source, other),
    };
    return [{ ...names, text: sourceText, ...further }];
  });
  // A row of such a file whose name was not in the text, and which nobody has put right since.
  const [only] = spans;
  if (rows.length === 0 && typeof target === "string" && spans.length === 1 && only?.side === "pivot") {
    known.add(only.id);
    const eng_entity = surfaceOf(texts.pivot, only);
    return { rows: [{ eng_entity, tgt_entity: target, text: sourceText, ...further }], spans: known };
  }
  return { rows, spans: known };
}

function countWhole(
  { annotation }: SegmentRecord,
  rows: number,
  known: ReadonlySet<string>,
  segment: string,
  losses: LossCounter,
): void {
  const missing = annotation.spans.filter(({ id }) => !known.has(id));
  const message = "The format holds linked names only: this entity has no counterpart.";
  for (const { id, label } of missing) losses.add("unlinked_spans", message, segment, `${id} ${label}`);
  if (rows === 0) {
    const none = "The format holds linked names only: the segment has none and is not in the file.";
    losses.add("segments", none, segment, annotation.sourceText);
    return;
  }
  const labels = "The format has no labels and no offsets: a name is looked up in its text again.";
  for (const id of known) losses.add("labels", labels, segment, id);
}
