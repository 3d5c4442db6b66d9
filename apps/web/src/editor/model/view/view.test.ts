import { applyAll, commands, range, spanById } from "@spanbridge/shared";
import { describe, expect, test } from "vitest";
import { id, policy, sample, span } from "../test-support/fixtures.ts";
import { quotedById, spanName } from "./describe.ts";
import { nextProblem, nextStop, problemSpans } from "./problems.ts";
import { impliedBy, linkCandidates, proposalsFor } from "./propose.ts";
import { acrossTo, neighbour, rowsOf, selectionOf, surviving } from "./rows.ts";

const now = sample();
const pairs = () => rowsOf(now).map(({ pivot, source }) => [pivot?.id, source?.id]);

describe("the entity table", () => {
  test("has the translation's entities in reading order, then the source spans nobody links to", () => {
    expect(pairs()).toEqual([
      ["e1", "s1"],
      ["e2", undefined],
      [undefined, "s2"],
    ]);
  });

  test("a span with two links stands in two rows, and the selection knows which", () => {
    const twice = applyAll(now, commands.linkSpans(now, id("e1"), id("s2"), "ann"), policy);
    if (!twice.ok) throw new Error(twice.error.message);
    expect(rowsOf(twice.value).map(({ source }) => source?.id)).toEqual(["s1", "s2", undefined]);
    const second = selectionOf(twice.value, id("e1"), "e1\ns2");
    expect(second?.row).toBe("e1\ns2");
    // The link goes, the span stays: the selection falls back to its other row.
    expect(surviving(now, second)?.row).toBe("e1\ns1");
    expect(surviving({ ...now, spans: [] }, second)).toBeUndefined();
  });

  test("going down keeps to the side where the row has one, and stops at the end", () => {
    const first = neighbour(now, undefined, "forward");
    expect(first?.span).toBe("s1");
    const second = neighbour(now, first, "forward");
    expect(second?.span).toBe("e2");
    const third = neighbour(now, second, "forward");
    expect(third?.span).toBe("s2");
    expect(neighbour(now, third, "forward")).toBeUndefined();
    expect(first && acrossTo(now, first, "pivot")?.span).toBe("e1");
    expect(second && acrossTo(now, second, "source")).toBeUndefined();
  });
});

describe("problems", () => {
  test("come in the order of the table, once a span, and go round", () => {
    expect(problemSpans(now)).toEqual(["s1", "e2", "s2"]);
    expect(nextProblem(now, undefined, "forward")).toBe("s1");
    expect(nextProblem(now, id("s1"), "forward")).toBe("e2");
    expect(nextProblem(now, id("s2"), "forward")).toBe("s1");
    expect(nextProblem(now, undefined, "back")).toBe("s2");
    expect(nextProblem(now, id("e1"), "back")).toBe("s2");
    expect(nextProblem({ ...now, spans: [], links: [] }, undefined, "forward")).toBeUndefined();
  });
});

describe("proposals", () => {
  test("are the other side's spans without a counterpart, the selected one first", () => {
    const more = { ...now, spans: [...now.spans, span("e3", "pivot", 6, 10)] };
    expect(proposalsFor(more, "source", undefined).map(({ link }) => link?.id)).toEqual(["e2", "e3"]);
    expect(proposalsFor(more, "source", id("e3")).map(({ label }) => label)).toEqual(["PER", "LOC"]);
    const absent = commands.markAbsent(more, id("e2"), "dropped_in_translation", "ann");
    const marked = applyAll(more, absent, policy);
    expect(marked.ok && proposalsFor(marked.value, "source", undefined).map(({ link }) => link?.id)).toEqual([
      "e3",
    ]);
  });

  test("linking offers what is not linked yet, free spans first", () => {
    expect(linkCandidates(now, id("s2")).map(({ id }) => id)).toEqual(["e2", "e1"]);
    expect(linkCandidates(now, id("s1")).map(({ id }) => id)).toEqual(["e2"]);
  });
});

test("a screen reader hears label, text and what it is linked to", () => {
  const name = (value: string) => {
    const found = spanById(now, id(value));
    return found && spanName(now, found);
  };
  expect(name("s1")).toBe("PER 奧巴馬, linked to Obama");
  expect(name("s2")).toBe("LOC 美國, not linked");
  expect(quotedById(now, id("gone"))).toBe("a span");
});

describe("Tab", () => {
  test("goes through the problems in reading order, then the rest, and leaves at either end", () => {
    const stops: (string | undefined)[] = [];
    let at = nextStop(now, undefined, "forward");
    while (at) {
      stops.push(at);
      at = nextStop(now, at, "forward");
    }
    expect(stops.slice(0, problemSpans(now).length)).toEqual([...problemSpans(now)]);
    expect(new Set(stops).size).toBe(stops.length);
    // One stop for a pair; every row of the table is reached.
    for (const { pivot, source } of rowsOf(now)) {
      expect(stops.some((stop) => stop === pivot?.id || stop === source?.id)).toBe(true);
    }
    const back = [...stops].reverse();
    expect(back.map((stop) => stop && nextStop(now, id(stop), "back"))).toEqual([
      ...back.slice(1),
      undefined,
    ]);
  });
});

describe("what text drawn with the pointer belongs to", () => {
  const bare = range(3, 5);
  test("is the selected span without a counterpart, else the only one without", () => {
    expect(impliedBy(now, "source", bare, id("e2"))?.id).toBe("e2");
    expect(impliedBy(now, "source", bare, undefined)?.id).toBe("e2");
    // Over another span it may be meant otherwise: only what is selected decides.
    expect(impliedBy(now, "source", range(4, 6), undefined)).toBeUndefined();
    expect(impliedBy(now, "source", range(4, 6), id("e2"))?.id).toBe("e2");
  });

  test("is not guessed among several, and not what says that it has none", () => {
    const two = { ...now, spans: [...now.spans, span("e3", "pivot", 6, 10)] };
    expect(impliedBy(two, "source", bare, undefined)).toBeUndefined();
    const absent = applyAll(now, commands.markAbsent(now, id("e2"), "dropped_in_translation", "ann"), policy);
    expect(absent.ok && impliedBy(absent.value, "source", bare, id("e2"))).toBeUndefined();
  });
});
