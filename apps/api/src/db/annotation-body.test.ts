import {
  absenceReasons,
  codePoint,
  noteId,
  type Provenance,
  reviewStates,
  type Span,
  spanId,
} from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Body, decodeBody, emptyBody, encodeBody } from "./annotation-body.ts";

const text = fc.string({ unit: "binary", maxLength: 8 }).filter((value) => value.isWellFormed());
const machine = fc.record(
  {
    origin: fc.constantFrom("import" as const, "run" as const),
    ref: fc.constantFrom("predictions", "gold"),
    confidence: fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (Object.is(value, -0) ? 0 : value)),
  },
  { requiredKeys: ["origin"] },
);
const provenance: fc.Arbitrary<Provenance> = fc.oneof(
  machine,
  machine.map((previous): Provenance => ({ origin: "human", ref: "u1", previous })),
);
const span: fc.Arbitrary<Span> = fc.record({
  id: text.map((value) => spanId(`x${value}`)),
  side: fc.constantFrom("source" as const, "pivot" as const),
  start: fc.nat().map(codePoint),
  end: fc.nat().map(codePoint),
  label: text.map((value) => `L${value}`),
  provenance,
});
const body: fc.Arbitrary<Body> = fc.record({
  spans: fc.array(span),
  links: fc.array(
    fc.record({
      pivot: fc.constant(spanId("p")),
      source: text.map((value) => spanId(`s${value}`)),
      provenance,
    }),
  ),
  absences: fc.array(
    fc.record({ span: fc.constant(spanId("p")), reason: fc.constantFrom(...absenceReasons), provenance }),
  ),
  review: fc
    .constantFrom(...reviewStates)
    .map((state) => ({ state, reason: state === "rejected" ? "because" : "" })),
  flagged: fc.boolean(),
  notes: fc.array(
    fc.record({
      id: fc.constant(noteId("n")),
      text: fc.constant("a note"),
      author: fc.constant("u1"),
      at: fc.constant("2026-01-01T00:00:00.000Z"),
    }),
  ),
  extras: fc.constantFrom(null, { e1: { source: "x", deep: { list: [1, null, "a"] } } }),
});

describe("the stored form", () => {
  it("gives back what was stored, whatever the layer's reference is", () => {
    fc.assert(
      fc.property(body, fc.constantFrom("predictions", "gold", "other"), (value, ref) => {
        expect(decodeBody(JSON.parse(encodeBody(value, ref)), ref)).toEqual(value);
      }),
    );
  });

  it("is the same text for annotations that say the same", () => {
    fc.assert(
      fc.property(body, (value) => {
        const again = decodeBody(JSON.parse(encodeBody(value, "predictions")), "predictions");
        expect(encodeBody(again, "predictions")).toBe(encodeBody(value, "predictions"));
      }),
    );
  });

  it("takes little room for what most annotations are", () => {
    const own: Provenance = { origin: "import", ref: "predictions" };
    const one: Span = {
      id: spanId("e1"),
      side: "pivot",
      start: codePoint(0),
      end: codePoint(5),
      label: "PER",
      provenance: { ...own, confidence: 0.5 },
    };
    const link = { pivot: spanId("e1"), source: spanId("s1"), provenance: own };
    expect(encodeBody({ ...emptyBody, spans: [one], links: [link] }, "predictions")).toBe(
      '{"s":[["e1","p",0,5,"PER",0.5]],"l":[["e1","s1"]]}',
    );
    expect(encodeBody(emptyBody, "predictions")).toBe("{}");
  });

  it.each([
    null,
    1,
    "x",
    { s: 1 },
    { s: [["a"]] },
    { s: [["a", "x", 0, 1, "L"]] },
    { l: [[1, 2]] },
    { r: {} },
  ])("%j is not one", (value) => {
    expect(() => decodeBody(value, "predictions")).toThrow();
  });
});
