import { range } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrarySegments, span } from "../../test/arbitraries.ts";
import { scoreSpans } from "../spans/score.ts";
import { onText, tagEntities } from "./entities.ts";
import { iob2Tags } from "./from-spans.ts";
import { scoreTags } from "./score.ts";

const tokens = [range(0, 2), range(2, 5), range(6, 8), range(8, 9)];
const tagsOf = (...spans: Parameters<typeof iob2Tags>[0]) => iob2Tags(spans, tokens);

describe("iob2Tags", () => {
  it("begins each entity with B, neighbours of one label too", () => {
    expect(tagsOf(span(0, 5, "LOC"), span(6, 8, "LOC"))).toEqual({
      tags: ["B-LOC", "I-LOC", "B-LOC", "O"],
      left: 0,
      widened: 0,
    });
  });

  it("widens what ends inside a token, and says so", () => {
    expect(tagsOf(span(1, 4, "PER"))).toEqual({ tags: ["B-PER", "I-PER", "O", "O"], left: 0, widened: 1 });
  });

  it("keeps the longest of those that overlap, once", () => {
    const nested = [span(0, 2, "LOC"), span(0, 5, "ORG"), span(0, 5, "ORG")];
    expect(tagsOf(...nested)).toEqual({ tags: ["B-ORG", "I-ORG", "O", "O"], left: 1, widened: 0 });
  });

  it("leaves out what touches no token", () => {
    expect(tagsOf(span(5, 6, "LOC"))).toEqual({ tags: ["O", "O", "O", "O"], left: 1, widened: 0 });
    expect(iob2Tags([span(0, 2, "LOC")], []).left).toBe(1);
  });

  it("scores as spans do, where nothing overlaps and every character is a token", () => {
    const characters = Array.from({ length: 40 }, (_, at) => range(at, at + 1));
    fc.assert(
      fc.property(arbitrarySegments, (segments) => {
        const flat = segments.filter(({ gold, predicted }) =>
          [gold, predicted].every((spans) => iob2Tags(spans, characters).left === 0),
        );
        const of = (side: "gold" | "predicted") => flat.map((one) => iob2Tags(one[side], characters).tags);
        for (const scheme of ["conlleval", "iob2"] as const) {
          const scored = scoreTags(of("gold"), of("predicted"), scheme);
          expect(scored).toEqual({ ok: true, value: scoreSpans(flat) });
        }
        for (const { gold } of flat) {
          const back = tagEntities(iob2Tags(gold, characters).tags, "iob2");
          if (!back.ok) throw new Error(back.error.message);
          const key = (one: { start: number; end: number; label: string }) =>
            `${one.start} ${one.end} ${one.label}`;
          expect(new Set(onText(back.value, characters).map(key))).toEqual(new Set(gold.map(key)));
        }
      }),
    );
  });
});
