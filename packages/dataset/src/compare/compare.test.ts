import { type Annotation, byHuman, emptyAnnotation, range, type Span, spanId } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { changesBetween, type FrozenSegment } from "./compare.ts";

const span = (
  id: string,
  start: number,
  end: number,
  label: string,
  side: Span["side"] = "source",
): Span => ({
  id: spanId(id),
  side,
  ...range(start, end),
  label,
  provenance: byHuman("u"),
});
const segment = (more: Partial<Annotation> = {}, rest: Partial<FrozenSegment> = {}): FrozenSegment => ({
  annotation: { ...emptyAnnotation("奥巴马访问了北京。", "Obama visited Beijing."), ...more },
  document: "d",
  split: "train",
  ...rest,
});

describe("changesBetween", () => {
  it("tells label, edge, new and gone", () => {
    const before = segment({
      spans: [span("a", 0, 3, "PER"), span("b", 6, 8, "LOC"), span("c", 3, 5, "ORG")],
    });
    const after = segment({
      spans: [span("a", 0, 3, "ORG"), span("b", 5, 8, "LOC"), span("d", 0, 1, "PER")],
    });
    expect(changesBetween(before, after)).toEqual([
      { what: "source_span", before: "PER 奥巴马", after: "ORG 奥巴马" },
      { what: "source_span", before: "LOC 北京 (6–8)", after: "LOC 了北京 (5–8)" },
      { what: "source_span", before: "ORG 访问 (3–5)", after: null },
      { what: "source_span", before: null, after: "PER 奥 (0–1)" },
    ]);
  });

  it("takes a span in the same place for the same, whatever its id", () => {
    const before = segment({ spans: [span("a", 0, 3, "PER")] });
    expect(changesBetween(before, segment({ spans: [span("z", 0, 3, "ORG")] }))).toEqual([
      { what: "source_span", before: "PER 奥巴马", after: "ORG 奥巴马" },
    ]);
  });

  it("tells links, translation, state and split", () => {
    const spans = [span("a", 0, 3, "PER"), span("e", 0, 5, "PER", "pivot")];
    const link = { pivot: spanId("e"), source: spanId("a"), provenance: byHuman("u") };
    const before = segment({ spans });
    const after = segment(
      { spans, links: [link], pivotText: "Obama was in Beijing.", review: { state: "accepted", reason: "" } },
      { split: null },
    );
    expect(changesBetween(before, after)).toEqual([
      { what: "link", before: null, after: "PER Obama ↔ PER 奥巴马" },
      { what: "translation", before: "Obama visited Beijing.", after: "Obama was in Beijing." },
      { what: "state", before: "pending", after: "accepted" },
      { what: "split", before: "train", after: null },
    ]);
  });
});
