import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, arbitraryAnnotation } from "../../test/arbitraries.ts";
import { type Annotation, emptyAnnotation } from "../annotation/annotation.ts";
import type { Provenance } from "../annotation/provenance.ts";
import { spanId } from "../ids.ts";
import { range } from "../text/units.ts";
import { digestOf } from "./digest.ts";
import { disagreements } from "./disagreement.ts";
import { standing } from "./evidence.ts";

const machine: Provenance = { origin: "run", ref: "run:one" };
const base = emptyAnnotation("奥巴马访问北京", "Obama visits Beijing");
const span = (id: string, side: "source" | "pivot", start: number, end: number, label = "PER") => ({
  id: spanId(id),
  side,
  ...range(start, end),
  label,
  provenance: machine,
});
const linked = (start: number, end: number, label = "PER", provenance = machine): Annotation => ({
  ...base,
  spans: [{ ...span("s", "source", start, end, label), provenance }, span("p", "pivot", 0, 5)],
  links: [{ pivot: spanId("p"), source: spanId("s"), provenance: machine }],
});
const open: Annotation = { ...base, spans: [span("p", "pivot", 0, 5)] };
const against = (shown: Annotation, annotation: Annotation) =>
  disagreements(shown, [{ name: "run:two", annotation }]).map(({ message }) => message);

describe("engines that disagree", () => {
  it.each<[string, Annotation, Annotation, string[]]>([
    ["the same", linked(0, 3), linked(0, 3), []],
    ["both without a place", open, open, []],
    ["another place", linked(0, 3), linked(0, 2), ["run:two says “奥巴” instead (PER)."]],
    ["another label", linked(0, 3), linked(0, 3, "ORG"), ["run:two labels it ORG."]],
    ["a place that is missing here", open, linked(0, 3), ["run:two has a place for it: “奥巴马”."]],
    ["no place there", linked(0, 3), open, ["run:two found no place for it."]],
    ["an entity that the other does not know", linked(0, 3), base, []],
  ])("%s", (_, shown, other, expected) => expect(against(shown, other)).toEqual(expected));

  it("are found by the words of the name where the translations differ", () => {
    const other = {
      ...linked(0, 2),
      pivotText: "Mr Obama visits Beijing",
      spans: [span("s", "source", 0, 2), span("p", "pivot", 3, 8)],
    };
    expect(against(linked(0, 3), other)).toHaveLength(1);
  });

  it("never disagree with themselves", () => {
    fc.assert(
      fc.property(arbitraryAnnotation(anyPolicy), (annotation) => {
        const places = annotation.spans.filter(({ side }) => side === "pivot");
        const distinct = new Set(places.map(({ start, end, label }) => `${start} ${end} ${label}`));
        fc.pre(distinct.size === places.length);
        expect(disagreements(annotation, [{ name: "x", annotation }])).toEqual([]);
      }),
    );
  });

  it("stop asking for a look where a person has touched the entity", () => {
    const evidence = disagreements(linked(0, 3), [{ name: "run:two", annotation: linked(0, 2) }]);
    expect(standing(linked(0, 3), evidence)).toHaveLength(1);
    expect(digestOf(linked(0, 3), evidence)).toMatchObject({ signals: ["engines_disagree"], worth: 5 });
    const byPerson = linked(0, 2, "PER", { origin: "human", ref: "ann" });
    expect(standing(byPerson, evidence)).toEqual([]);
    expect(digestOf(byPerson, evidence)).toMatchObject({ signals: [], worth: 0 });
    expect(standing(base, evidence)).toEqual([]);
  });
});
