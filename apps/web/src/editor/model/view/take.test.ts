import {
  type Annotation,
  applyAll,
  counterpartsBySpan,
  emptyAnnotation,
  type Link,
  range,
  type Span,
  spanId,
} from "@spanbridge/shared";
import type { Opinion } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policy, sample, span } from "../test-support/fixtures.ts";
import { missingIn, opinionSpans } from "./opinions.ts";
import { takeOpinion, takeSpan } from "./take.ts";

const source = "奧巴馬離開美國的白宮。";
const pivot = "Obama left the White House.";
const machine = { origin: "run" as const, ref: "run:one" };
const link = (from: string, to: string): Link => ({
  pivot: spanId(from),
  source: spanId(to),
  provenance: machine,
});
const opinionOf = (spans: readonly Span[], links: readonly Link[], pivotText = pivot): Opinion => ({
  layer: "run:one",
  kind: "run",
  engine: "offline",
  model: "",
  test: false,
  shown: false,
  failure: "",
  pivotText,
  spans: [...spans],
  links: [...links],
  signals: [],
});

let serial = 0;
const taker = { user: "ann", policy, newId: () => spanId(`new${serial++}`) };

function after(annotation: Annotation, edits: ReturnType<typeof takeOpinion>): Annotation {
  if (!edits.ok) throw new Error(edits.error.message);
  const next = applyAll(annotation, edits.value, policy);
  if (!next.ok) throw new Error(next.error.message);
  return next.value;
}

/** What an annotation says of its source: every span with the places of its entities. */
function sayings({ spans, links }: Pick<Annotation, "spans" | "links">): string[] {
  const linked = counterpartsBySpan({ ...emptyAnnotation("", ""), spans, links });
  return spans
    .filter(({ side }) => side === "source")
    .map(({ id, start, end, label }) => {
      const entities = (linked.get(id) ?? []).map((other) => `${other.start}–${other.end}`);
      return `${start}–${end} ${label} ${[...new Set(entities)].sort().join(" ")}`;
    })
    .sort();
}

describe("taking what an engine predicted", () => {
  it("moves the span of an entity and keeps its id", () => {
    const theirs = opinionOf(
      [span("a", "source", 8, 10, "LOC"), span("p", "pivot", 15, 26, "LOC")],
      [link("p", "a")],
    );
    const whole = after(sample(), takeOpinion(sample(), theirs, taker));
    expect(sayings(whole)).toEqual(["8–10 LOC 15–26"]);
    // An entity that the engine says nothing of stays, without a place.
    expect(whole.spans.filter(({ side }) => side === "pivot")).toHaveLength(2);
  });

  it("takes one span alone, and leaves the others where they are", () => {
    const theirs = opinionOf(
      [span("a", "source", 0, 2), span("b", "source", 8, 10, "LOC"), span("p", "pivot", 0, 5)],
      [link("p", "a")],
    );
    const [first] = opinionSpans(sample(), theirs);
    if (!first) throw new Error("a span is needed");
    const taken = after(sample(), takeSpan(sample(), theirs, first.span, taker));
    expect(sayings(taken)).toEqual(["0–2 PER 0–5", "5–7 LOC "]);
    expect(taken.spans.find(({ id }) => id === "s1")).toMatchObject({ end: 2, provenance: { ref: "ann" } });
  });

  it("brings an entity along that the segment has not", () => {
    const theirs = opinionOf(
      [span("a", "source", 3, 5, "ORG"), span("p", "pivot", 6, 10, "ORG")],
      [link("p", "a")],
    );
    const [first] = opinionSpans(sample(), theirs);
    if (!first) throw new Error("a span is needed");
    expect(sayings(after(sample(), takeSpan(sample(), theirs, first.span, taker)))).toContain("3–5 ORG 6–10");
  });

  it("takes its translation over with the whole, and only the names it knows otherwise", () => {
    const theirs = opinionOf(
      [
        span("a", "source", 0, 3),
        span("p", "pivot", 6, 11),
        span("b", "source", 5, 7, "LOC"),
        span("q", "pivot", 17, 22, "LOC"),
      ],
      [link("p", "a"), link("q", "b")],
      "Mr B. Obama left US's White House",
    );
    const whole = after(sample(), takeOpinion(sample(), theirs, taker));
    expect(whole.pivotText).toBe(theirs.pivotText);
    expect(sayings(whole)).toEqual(["0–3 PER 6–11", "5–7 LOC 17–22"]);
    const second = opinionSpans(sample(), theirs)[1];
    if (!second) throw new Error("a span is needed");
    const one = after(sample(), takeSpan(sample(), theirs, second.span, taker));
    expect(one.pivotText).toBe(pivot);
  });

  it("says what agrees and what is missing", () => {
    const theirs = opinionOf([span("a", "source", 0, 3), span("p", "pivot", 0, 5)], [link("p", "a")]);
    expect(opinionSpans(sample(), theirs).map(({ agrees }) => agrees)).toEqual([true]);
    expect(missingIn(sample(), theirs).map(({ id }) => id)).toEqual(["s2"]);
  });

  const place = (length: number) =>
    fc
      .tuple(fc.nat(length - 1), fc.nat(length - 1))
      .map(([a, b]) => range(Math.min(a, b), Math.max(a, b) + 1));
  const half = (side: "source" | "pivot", length: number, name: string) =>
    fc
      .uniqueArray(fc.tuple(place(length), fc.constantFrom("PER", "ORG", "LOC")), {
        maxLength: 5,
        selector: ([{ start, end }, label]) =>
          side === "source" ? `${start} ${end} ${label}` : `${start} ${end}`,
      })
      .map((found) =>
        found.map(([{ start, end }, label], index) => span(`${name}${index}`, side, start, end, label)),
      );
  const arbitrary = (name: string) =>
    fc
      .tuple(
        half("source", 11, `${name}s`),
        half("pivot", 27, `${name}p`),
        fc.array(fc.tuple(fc.nat(4), fc.nat(4))),
      )
      .map(([sources, pivots, pairs]) => {
        const links = new Map<string, Link>();
        for (const [from, to] of pairs) {
          const [a, b] = [pivots[from], sources[to]];
          if (a && b) links.set(`${a.id} ${b.id}`, link(a.id, b.id));
        }
        return { spans: [...sources, ...pivots], links: [...links.values()] };
      });

  it("says of the source what the engine says, whatever was there before", () => {
    fc.assert(
      fc.property(arbitrary("a"), arbitrary("b"), (mine, theirs) => {
        const annotation = { ...emptyAnnotation(source, pivot), ...mine };
        const opinion = opinionOf(theirs.spans, theirs.links);
        const whole = after(annotation, takeOpinion(annotation, opinion, taker));
        expect(sayings(whole)).toEqual(sayings(opinion));
        const again = takeOpinion(whole, opinion, taker);
        expect(again).toEqual({ ok: true, value: [] });
      }),
    );
  });
});
