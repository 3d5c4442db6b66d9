import { codePoint, range } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { id } from "../test-support/fixtures.ts";
import { caretAt } from "../text/caret.ts";
import { chosenText, idle, type Tool, type ToolEvent, toolAfter, toolSurviving } from "./tool.ts";

const place = range(1, 3);
const events: fc.Arbitrary<ToolEvent> = fc.constantFrom<ToolEvent>(
  { kind: "escape" },
  { kind: "choose", side: "source", range: place },
  { kind: "place_caret", side: "pivot", caret: { anchor: codePoint(0), focus: codePoint(4) } },
  { kind: "place_caret", side: "source", caret: caretAt(codePoint(2)) },
  { kind: "grab", span: id("s1"), edge: "end", range: place },
  { kind: "drag", range: range(1, 4) },
  { kind: "link_from", from: id("s1"), candidate: id("e1") },
  { kind: "aim", candidate: id("e2") },
  { kind: "explain_absence", span: id("s1") },
  { kind: "revise", draft: "a" },
  { kind: "type", draft: "b" },
);
const after = (list: readonly ToolEvent[]): Tool => list.reduce(toolAfter, idle);

describe("the tools", () => {
  test("Escape ends everything", () => {
    fc.assert(
      fc.property(fc.array(events), (list) => {
        expect(after([...list, { kind: "escape" }])).toEqual(idle);
      }),
    );
  });

  test("nothing but Escape takes a draft away, and only typing changes it", () => {
    fc.assert(
      fc.property(fc.array(events.filter(({ kind }) => kind !== "escape")), (list) => {
        const typed = list.some(({ kind }) => kind === "type");
        expect(after([{ kind: "revise", draft: "a" }, ...list])).toEqual({
          kind: "revising",
          draft: typed ? "b" : "a",
        });
      }),
    );
  });

  test("a late move after a drag has ended does nothing", () => {
    const drag: ToolEvent = { kind: "drag", range: range(0, 1) };
    expect(
      after([{ kind: "grab", span: id("s1"), edge: "end", range: place }, { kind: "escape" }, drag]),
    ).toEqual(idle);
    expect(after([{ kind: "aim", candidate: id("e1") }])).toEqual(idle);
  });

  test("text is chosen by pointer, or by a cursor that selects", () => {
    expect(chosenText(after([{ kind: "choose", side: "source", range: place }]))).toEqual({
      side: "source",
      range: place,
    });
    const caret: ToolEvent = {
      kind: "place_caret",
      side: "pivot",
      caret: { anchor: codePoint(4), focus: codePoint(0) },
    };
    expect(chosenText(after([caret]))).toEqual({ side: "pivot", range: range(0, 4) });
    expect(
      chosenText(after([{ kind: "place_caret", side: "pivot", caret: caretAt(codePoint(4)) }])),
    ).toBeUndefined();
  });

  test("what somebody else's change takes the ground from ends; a draft never does", () => {
    const linking = after([{ kind: "link_from", from: id("s1"), candidate: id("e1") }]);
    expect(toolSurviving(linking, () => true, false)).toBe(linking);
    expect(toolSurviving(linking, (span) => span !== id("e1"), false)).toEqual(idle);
    const chosen = after([{ kind: "choose", side: "pivot", range: place }]);
    expect(toolSurviving(chosen, () => true, true)).toEqual(idle);
    const draft = after([{ kind: "revise", draft: "a" }]);
    expect(toolSurviving(draft, () => false, true)).toBe(draft);
  });
});
