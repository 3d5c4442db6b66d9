import { type Annotation, emptyAnnotation, range, type Span, spanId } from "@spanbridge/shared";
import fc from "fast-check";
import type { TrainingSegment } from "../src/training/build.ts";

const imported = { origin: "import" } as const;

export const span = (id: string, side: Span["side"], start: number, end: number, label = "PER"): Span => ({
  id: spanId(id),
  side,
  ...range(start, end),
  label,
  provenance: imported,
});

export const link = (pivot: string, source: string) => ({
  pivot: spanId(pivot),
  source: spanId(source),
  provenance: imported,
});

/** 奥巴马 and 北京 with Obama and Beijing, linked; accepted. */
export const obama = (more: Partial<Annotation> = {}): Annotation => ({
  ...emptyAnnotation("奥巴马访问了北京。", "Obama visited Beijing."),
  spans: [
    span("s1", "source", 0, 3),
    span("s2", "source", 6, 8, "LOC"),
    span("p1", "pivot", 0, 5),
    span("p2", "pivot", 14, 21, "LOC"),
  ],
  links: [link("p1", "s1"), link("p2", "s2")],
  review: { state: "accepted", reason: "" },
  ...more,
});

const pivotText = "Ann met Bo in Rome.";
const names = [range(0, 3), range(8, 10), range(14, 18)];

/** Annotations of one short text, with what is linked, absent or left open drawn at random. */
const annotationArbitrary: fc.Arbitrary<Annotation> = fc
  .record({
    number: fc.nat({ max: 30 }),
    pivot: fc.constantFrom("", pivotText, "Ann met Bob in Rome."),
    kinds: fc.array(fc.constantFrom("linked", "absent", "open", "none"), { minLength: 3, maxLength: 3 }),
    label: fc.constantFrom("PER", "LOC"),
    state: fc.constantFrom("accepted" as const, "pending" as const, "skipped" as const),
  })
  .map(({ number, pivot, kinds, label, state }) => {
    const there = pivot === "" ? [] : names.filter((_, index) => kinds[index] !== "none");
    const kindOf = (index: number) => kinds.filter((kind) => kind !== "none")[index];
    return {
      ...emptyAnnotation(`安见博在罗马${number}`, pivot),
      spans: [
        ...there.map((_, index) => span(`s${index}`, "source", index, index + 1, label)),
        ...there.map(({ start, end }, index) => span(`p${index}`, "pivot", start, end, label)),
      ],
      links: there.flatMap((_, index) =>
        kindOf(index) === "linked" ? [link(`p${index}`, `s${index}`)] : [],
      ),
      absences: there.flatMap((_, index) =>
        kindOf(index) === "absent"
          ? [{ span: spanId(`p${index}`), reason: "added_by_translation" as const, provenance: imported }]
          : [],
      ),
      review: { state, reason: "" },
    };
  });

export const segmentsArbitrary: fc.Arbitrary<TrainingSegment[]> = fc.array(
  fc.record({
    annotation: annotationArbitrary,
    sourceLang: fc.constantFrom(null, "ja"),
    machine: fc.option(annotationArbitrary),
    split: fc.constantFrom("train" as const, "dev" as const, "test" as const, null),
  }),
  { maxLength: 20 },
);
