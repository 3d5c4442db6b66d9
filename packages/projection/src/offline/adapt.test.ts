import { readFileSync } from "node:fs";
import { codePoint } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { adaptWeights, type ReviewedSegment } from "./adapt.ts";
import { offlineDefaults } from "./settings.ts";
import { storeWeights } from "./weights.ts";

type Row = {
  id: string;
  source_text: string;
  english_text: string;
  source_entities: { id: string; start: number; end: number; label: string; text: string }[];
  english_entities: { id: string; start: number; end: number; label: string; text: string }[];
  links: [string, string][];
};

const reviewed = (language: string, count: number): ReviewedSegment[] =>
  readFileSync(new URL(`../../../../samples/eat_llm_${language}-en.jsonl`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(0, count)
    .map((line): Row => JSON.parse(line))
    .map(({ id, source_text, english_text, source_entities, english_entities, links }) => {
      const place = <T extends { start: number; end: number }>(span: T) => ({
        ...span,
        start: codePoint(span.start),
        end: codePoint(span.end),
      });
      const textOf = (spans: Row["source_entities"], of: string): string =>
        spans.find((span) => span.id === of)?.text ?? "";
      return {
        segment: {
          id,
          sourceLang: language,
          sourceText: source_text,
          pivotText: english_text,
          entities: english_entities.map(place),
        },
        gold: source_entities.map(place),
        pairs: links.map(([pivot, source]) => ({
          pivot: textOf(english_entities, pivot),
          source: textOf(source_entities, source),
        })),
      };
    });

describe("weights that a project's own segments keep improving", () => {
  it("are the same for the same segments, and finite", () => {
    const segments = reviewed("zh", 40);
    const first = adaptWeights(segments, "zh", {}, offlineDefaults);
    expect(storeWeights(adaptWeights(segments, "zh", {}, offlineDefaults).weights)).toEqual(
      storeWeights(first.weights),
    );
    expect([...first.weights.shared].every(Number.isFinite)).toBe(true);
    expect(first.before).toBeGreaterThan(0.5);
  });

  it("learn a convention that is not the shipped one", () => {
    // Whoever marks here takes one character more on the right, wherever there is one.
    const odd = reviewed("ja", 60).map((one) => ({
      ...one,
      gold: one.gold.map((span) => ({
        ...span,
        end: codePoint(Math.min(span.end + 1, [...one.segment.sourceText].length)),
      })),
      pairs: [],
    }));
    const { before, after, weights } = adaptWeights(odd, "ja", {}, offlineDefaults);
    expect(after).toBeGreaterThan(before);
    // A language without weights of its own has some from here on; the others stay what they were.
    expect(weights.byLanguage.has("ja")).toBe(true);
    expect(weights.byLanguage.has("de")).toBe(true);
  });
});
