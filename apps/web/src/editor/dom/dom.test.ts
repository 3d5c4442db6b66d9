// @vitest-environment happy-dom
import {
  codePoint,
  cutsNoCluster,
  flatten,
  range,
  type Side,
  type Span,
  spanId,
  Text,
} from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepared } from "../model/text/prepared.ts";
import { snapped } from "../model/text/snap.ts";
import { domRange, offsetAt, pointAt, type TextRoot } from "./offsets.ts";
import { readSelection } from "./selection.ts";

/** Draws a text the way annotated-text.tsx does: leaves cut at the spans' edges, in blocks where `blocks` has more than one. */
function draw(
  value: string,
  cuts: readonly (readonly [number, number])[] = [],
  blocks: readonly number[] = [0],
): TextRoot {
  const text = new Text(value);
  const spans = cuts.flatMap(([a, b], index): Span[] => {
    const at = range(Math.min(a, b) % (text.length + 1), Math.max(a, b) % (text.length + 1));
    if (!text.holds(at)) return [];
    return [
      { id: spanId(`s${index}`), side: "source", ...at, label: "PER", provenance: { origin: "import" } },
    ];
  });
  const element = document.createElement("div");
  const starts = [...new Set(blocks)].filter((start) => start === 0 || start < text.length);
  for (const start of starts.length > 1 ? starts : []) {
    const block = document.createElement("div");
    block.setAttribute("data-block", "");
    block.setAttribute("data-start", String(start));
    element.append(block);
  }
  for (const leaf of flatten(text, spans, starts.map(codePoint))) {
    const node = document.createElement("span");
    node.setAttribute("data-start", String(leaf.start));
    node.textContent = text.slice(leaf);
    const block = [...element.querySelectorAll("[data-block]")].findLast(
      (other) => Number(other.getAttribute("data-start")) <= leaf.start,
    );
    (block ?? element).append(node);
  }
  document.body.append(element);
  return { element, text };
}

const values = fc
  .array(fc.constantFrom("a", " ", "é", "e\u0301", "馬", "أ", "و", "क्षि", "ผู้", "👩‍👩‍👧‍👦", "🇩🇪", "𝒳", "\n"), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""));
const cuts = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 });
const blocks = fc
  .array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 })
  .map((starts) => [0, ...starts.sort((a, b) => a - b)]);

describe("offsets in the page", () => {
  test("what is drawn reads as the text", () => {
    fc.assert(
      fc.property(values, cuts, blocks, (value, at, starts) => {
        const { element } = draw(value, at, starts);
        expect(element.textContent).toBe(value);
      }),
    );
  });

  test("a point found for an offset is at that offset, from either side of a leaf's edge", () => {
    fc.assert(
      fc.property(
        values,
        cuts,
        blocks,
        fc.nat(40),
        fc.constantFrom("start" as const, "end" as const),
        (value, at, starts, near, side) => {
          const root = draw(value, at, starts);
          const offset = codePoint(near % (root.text.length + 1));
          expect(offsetAt(root, pointAt(root, offset, side))).toBe(offset);
        },
      ),
    );
  });

  test("a range in the page holds exactly the characters of its offsets", () => {
    fc.assert(
      fc.property(values, cuts, blocks, fc.nat(40), fc.nat(40), (value, at, starts, a, b) => {
        const root = draw(value, at, starts);
        const length = root.text.length + 1;
        const part = range(Math.min(a % length, b % length), Math.max(a % length, b % length));
        const found = domRange(root, part.start, part.end);
        expect(found.toString()).toBe(root.text.slice(part));
      }),
    );
  });

  test("half of a character counts as the point before it", () => {
    const root = draw("a𝒳b");
    const node = root.element.firstChild?.firstChild;
    if (!node) throw new Error("nothing drawn");
    expect([0, 1, 2, 3, 4].map((offset) => offsetAt(root, { node, offset }))).toEqual([0, 1, 1, 2, 3]);
  });

  test("points on elements and outside count as the nearest end", () => {
    const before = document.createElement("p");
    document.body.append(before);
    const root = draw("abcdef", [[2, 4]]);
    const after = document.createElement("p");
    document.body.append(after);
    const { element } = root;
    expect([0, 1, 2, 3].map((offset) => offsetAt(root, { node: element, offset }))).toEqual([0, 2, 4, 6]);
    const leaf = element.children[1];
    if (!leaf) throw new Error("nothing drawn");
    expect([0, 1].map((offset) => offsetAt(root, { node: leaf, offset }))).toEqual([2, 4]);
    expect(offsetAt(root, { node: before, offset: 0 })).toBe(0);
    expect(offsetAt(root, { node: after, offset: 0 })).toBe(6);
  });

  test("points on blocks count as the edge of what begins or ends there", () => {
    const { element, text } = draw("abcdefghi", [[2, 4]], [0, 3, 6]);
    const block = element.children[1];
    if (!block) throw new Error("nothing drawn");
    expect([0, 1, 2].map((offset) => offsetAt({ element, text }, { node: block, offset }))).toEqual([
      3, 4, 6,
    ]);
    expect([0, 1, 2, 3].map((offset) => offsetAt({ element, text }, { node: element, offset }))).toEqual([
      0, 3, 6, 9,
    ]);
  });

  test("an empty text has one place", () => {
    const root = draw("");
    expect(pointAt(root, codePoint(0), "start")).toEqual({ node: root.element, offset: 0 });
    expect(offsetAt(root, { node: root.element, offset: 0 })).toBe(0);
  });
});

describe("the browser's selection", () => {
  const select = (from: TextRoot, start: number, to: TextRoot, end: number): Selection => {
    const selection = document.getSelection();
    if (!selection) throw new Error("no selection");
    const first = pointAt(from, codePoint(start), "start");
    const last = pointAt(to, codePoint(end), "end");
    selection.setBaseAndExtent(first.node, first.offset, last.node, last.offset);
    return selection;
  };

  test("is read as the offsets of one text, and snaps to what a person means", () => {
    fc.assert(
      fc.property(values, cuts, fc.nat(40), fc.nat(40), (value, at, a, b) => {
        const source = draw(value, at);
        const length = source.text.length + 1;
        const [start, end] = [Math.min(a % length, b % length), Math.max(a % length, b % length)];
        const roots = new Map<Side, TextRoot>([["source", source]]);
        const read = readSelection(select(source, start, source, end), roots);
        expect(read).toEqual(start === end ? undefined : { side: "source", range: range(start, end) });
        const meant = snapped(prepared(value, "zh"), range(start, end), "character");
        expect(meant === undefined || cutsNoCluster(source.text, meant)).toBe(true);
      }),
    );
  });

  test("ends at the edge of the text it began in", () => {
    const source = draw("abcdef", [[2, 4]]);
    const pivot = draw("uvwxyz");
    const roots = new Map<Side, TextRoot>([
      ["source", source],
      ["pivot", pivot],
    ]);
    expect(readSelection(select(source, 3, pivot, 2), roots)).toEqual({ side: "source", range: range(3, 6) });
    expect(readSelection(select(pivot, 2, pivot, 3), roots)).toEqual({ side: "pivot", range: range(2, 3) });
  });
});
