import {
  type Annotation,
  commands,
  type EditPolicy,
  emptyAnnotation,
  range,
  type Side,
  type Span,
  type SpanId,
  segmentNumber,
  spanId,
} from "@spanbridge/shared";
import type { SegmentMeta } from "../queue/outbox.ts";
import type { ProjectRules } from "../segment/state.ts";

export const policy: EditPolicy = { labels: new Set(["PER", "ORG", "LOC"]), allowOverlap: true };

export const rules: ProjectRules = {
  policy,
  user: "ann",
  userName: "Ann",
  languages: { source: "zh", pivot: "en" },
};

export const meta: SegmentMeta = {
  number: segmentNumber(7),
  externalId: "n01001011",
  document: "news",
  sourceLang: null,
  metadata: {},
  lastEditor: null,
  evidence: [],
  people: { ann: "Ann", mei: "Mei" },
};

export const span = (id: string, side: Side, start: number, end: number, label = "PER"): Span => ({
  id: spanId(id),
  side,
  ...range(start, end),
  label,
  provenance: { origin: "import", confidence: 0.9 },
});

export const id = (value: string): SpanId => spanId(value);

/** 奧巴馬 ↔ Obama, 美國 without a link, and "White House" without one. */
export function sample(): Annotation {
  const empty = emptyAnnotation("奧巴馬離開美國的白宮。", "Obama left the White House.");
  return {
    ...empty,
    spans: [
      span("s1", "source", 0, 3),
      span("s2", "source", 5, 7, "LOC"),
      span("e1", "pivot", 0, 5, "ORG"),
      span("e2", "pivot", 15, 26, "LOC"),
    ].sort((a, b) => (a.side === b.side ? a.start - b.start : a.side === "source" ? -1 : 1)),
    links: [{ pivot: id("e1"), source: id("s1"), provenance: { origin: "import" } }],
  };
}

export const { relabelSpan, moveSpan, removeSpan, addSpan, linkSpans, markAbsent, setReview, setFlag } =
  commands;
