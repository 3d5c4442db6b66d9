import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { keeps } from "../foreign/keeps.ts";
import type { ForeignLose } from "../foreign/losses.ts";
import { foreignSerialiser } from "../foreign/serialiser.ts";
import { freeKeys, inOrder, jsonLine } from "../foreign/write.ts";
import type { SegmentRecord } from "../record.ts";
import { withoutOverlap } from "../tokens/fit.ts";
import { GROUP, SPACY_KEYS } from "./read.ts";

const KEEPS = keeps({ spans: true, document: true, language: true, metadata: true, tokens: true });

/** A line a segment: entities that stand apart, and the others as a span group. */
export const createSpacyLines = (options: SerialiseOptions): Serialiser<string> =>
  foreignSerialiser(options, KEEPS, (record, lose) => `${jsonLine(lineOf(record, options, lose))}\n`);

function lineOf(record: SegmentRecord, { sourceLang }: SerialiseOptions, lose: ForeignLose): object {
  const { id, document, annotation, meta } = record;
  const source = inOrder(annotation.spans.filter(({ side }) => side === "source"));
  const { kept, dropped } = withoutOverlap(source);
  const lang = record.sourceLang ?? sourceLang;
  const tokens = meta?.tokens?.source?.ranges;
  const further = freeKeys(meta?.extra, SPACY_KEYS, (key) => lose("metadata", key));
  return {
    ...(id !== null && { id }),
    ...(document !== null && { doc: document }),
    ...(lang && { lang }),
    text: annotation.sourceText,
    ...(tokens && { tokens }),
    entities: kept.map(triple),
    ...(dropped.length > 0 && { spans: { [GROUP]: inOrder(dropped).map(triple) } }),
    ...Object.fromEntries(further),
  };
}

const triple = ({ start, end, label }: { start: number; end: number; label: string }) => [start, end, label];
