import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, arbitraryAnnotation } from "../../test/arbitraries.ts";
import { type Annotation, absenceOf, emptyAnnotation, linksOf } from "../annotation/annotation.ts";
import type { Provenance } from "../annotation/provenance.ts";
import type { Side, Span } from "../annotation/span.ts";
import { spanId } from "../ids.ts";
import { range } from "../text/units.ts";
import { type SignalKind, signalsOf } from "./signals.ts";

const machine: Provenance = { origin: "import" };
const person: Provenance = { origin: "human", ref: "ann", previous: { origin: "import", confidence: 0.1 } };
const span = (id: string, side: Side, label: string, provenance = machine): Span => ({
  id: spanId(id),
  side,
  ...range(0, 1),
  label,
  provenance,
});
const base = emptyAnnotation("源", "source");
const link = { pivot: spanId("p"), source: spanId("s"), provenance: machine };
const kinds = (annotation: Annotation): SignalKind[] => signalsOf(annotation).map(({ kind }) => kind);

describe("signals", () => {
  it.each<[string, Annotation, SignalKind[]]>([
    ["nothing", base, []],
    ["an English entity without a place", { ...base, spans: [span("p", "pivot", "PER")] }, ["not_projected"]],
    [
      "a source span without a partner",
      { ...base, spans: [span("s", "source", "PER")] },
      ["unlinked_source"],
    ],
    [
      "a linked pair",
      { ...base, spans: [span("s", "source", "PER"), span("p", "pivot", "PER")], links: [link] },
      [],
    ],
    [
      "a linked pair of two minds",
      { ...base, spans: [span("s", "source", "LOC"), span("p", "pivot", "ORG")], links: [link] },
      ["labels_differ"],
    ],
    [
      "a span said to have no counterpart",
      {
        ...base,
        spans: [span("s", "source", "PER")],
        absences: [{ span: spanId("s"), reason: "dropped_in_translation", provenance: machine }],
      },
      [],
    ],
    ["a segment without a translation", { ...base, pivotText: "", spans: [span("s", "source", "PER")] }, []],
    [
      "an unsure machine",
      {
        ...base,
        pivotText: "",
        spans: [span("s", "source", "PER", { origin: "run", confidence: 0.3 })],
      },
      ["low_confidence"],
    ],
    [
      "an unsure machine that a person has confirmed",
      { ...base, pivotText: "", spans: [span("s", "source", "PER", person)] },
      [],
    ],
    [
      "a log-probability",
      { ...base, pivotText: "", spans: [span("s", "source", "PER", { origin: "run", confidence: -2.5 })] },
      [],
    ],
  ])("of %s", (_, annotation, expected) => {
    expect(kinds(annotation)).toEqual(expected);
  });

  it("say of every span without link and mark, and of no other, that its partner is missing", () => {
    fc.assert(
      fc.property(arbitraryAnnotation(anyPolicy), (annotation) => {
        const open = annotation.spans
          .filter(({ id }) => linksOf(annotation, id).length === 0 && !absenceOf(annotation, id))
          .map(({ id }) => id);
        const said = signalsOf(annotation)
          .filter(({ kind }) => kind === "not_projected" || kind === "unlinked_source")
          .map(({ span: id }) => id);
        expect(said).toEqual(annotation.pivotText === "" ? [] : open);
      }),
    );
  });
});
