import { Text } from "@spanbridge/shared";
import type { TextCodec } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { keeps } from "../foreign/keeps.ts";
import { listSerialiser } from "../foreign/list-serialiser.ts";
import type { ForeignLose } from "../foreign/losses.ts";
import { freeKeys, inOrder, jsonLine, surfaceOf } from "../foreign/write.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import type { SegmentRecord } from "../record.ts";
import { ROW_KEYS, readStockmark } from "./read.ts";

const ENTITY = /"entities"\s*:\s*\[\s*(?:\]|\{[^}]*"span"\s*:\s*\[)/;

export const stockmarkCodec = {
  id: "stockmark",
  title: "Stockmark NER (JSON)",
  extensions: [".json"],
  mediaType: "application/json",
  summary: "Texts with spans as the Japanese Wikipedia data set has them. Source side only.",
  offsets: "code points",
  lossless: false,
  cannotHold: ["the translation and its entities", "links, absences", "scores", "review, notes", "tokens"],
  counted: null,
  importOptions: defineOptions(importSpecs),
  exportOptions: noOptions,
  sniff: (head) =>
    /^\s*[[{]/.test(head) && /"text"\s*:/.test(head) && ENTITY.test(head)
      ? /"curid"\s*:/.test(head)
        ? 1
        : 0.7
      : 0,
  createParser: (options) => jsonRowsParser(options, readStockmark),
  createSerialiser: (options = {}) =>
    listSerialiser(options, keeps({ spans: true, metadata: true, spanMetadata: false }), write),
} satisfies TextCodec;

function write(record: SegmentRecord, lose: ForeignLose): string {
  const { annotation, meta } = record;
  const text = new Text(annotation.sourceText);
  const source = inOrder(annotation.spans).filter(({ side }) => side === "source");
  const entities = source.map(({ start, end, label }) => ({
    name: surfaceOf(text, { start, end }),
    span: [start, end],
    type: label,
  }));
  const further = freeKeys(meta?.extra, ROW_KEYS, (key) => lose("metadata", key));
  const id = record.id === null ? {} : { curid: record.id };
  return jsonLine({ ...id, text: annotation.sourceText, entities, ...Object.fromEntries(further) });
}
