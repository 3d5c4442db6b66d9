import { type Annotation, pendingReview, range, spanId } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { addProjections, segmentsOf } from "./annotate.ts";
import { createOfflineEngine } from "./engine.ts";
import type { OfflineSegment } from "./model.ts";

const segment = (
  sourceLang: string,
  sourceText: string,
  pivotText: string,
  ...names: [string, string][]
): OfflineSegment => ({
  id: "s",
  sourceLang,
  sourceText,
  pivotText,
  entities: names.map(([name, label], index) => {
    const start = pivotText.indexOf(name);
    return { ...range(start, start + name.length), id: `e${index}`, label };
  }),
});

const engine = createOfflineEngine();
const found = (one: OfflineSegment): string[] =>
  engine
    .project([one])
    .flatMap(({ unprompted }) => unprompted)
    .map(({ surface, label }) => `${surface}/${label}`);

describe("names of countries that no entity of the translation stands for", () => {
  it.each([
    ["zh", "美國股票期貨在柏林上漲。", "American stock futures rose in Berlin.", "美國/LOC"],
    ["ru", "В Берлине говорят об Индонезии.", "Indonesian matters are discussed in Berlin.", "Индонезии/LOC"],
    ["de", "In Berlin liebt man Frankreichs Käse.", "French cheese is loved in Berlin.", "Frankreichs/LOC"],
    ["uk", "У Берліні говорять про Францію.", "French matters are discussed in Berlin.", "Францію/LOC"],
  ])("are marked in %s: %s", (lang, source, pivot, expected) => {
    const [surface, label] = expected.split("/");
    const own = engine.project([segment(lang, source, pivot, ["Berlin", "LOC"])])[0]?.unprompted ?? [];
    expect(own.map((place) => place.surface)).toEqual([surface]);
    expect(["LOC", label]).toContain(own[0]?.label);
    expect(own[0]?.confidence).toBeGreaterThan(0.3);
    expect(own[0]?.confidence).toBeLessThan(0.9);
  });

  it.each([
    ["a people", "zh", "美國人在柏林。", "Americans are in Berlin."],
    ["an adjective", "ru", "Французский сыр любят в Берлине.", "French cheese is loved in Berlin."],
    [
      "the end of a longer name",
      "de",
      "In Berlin spricht man über Neu Frankreich.",
      "In Berlin they talk of New France.",
    ],
    ["the world", "zh", "柏林是世界城市。", "Berlin is a city of the world."],
  ])("but not %s", (_, lang, source, pivot) => {
    expect(found(segment(lang, source, pivot, ["Berlin", "LOC"]))).toEqual([]);
  });

  it("are only marked with labels that the translation uses", () => {
    expect(
      found(segment("zh", "美國總統奧巴馬說話。", "The American president Obama spoke.", ["Obama", "PER"])),
    ).toEqual([]);
  });

  it("are off when the settings say so", () => {
    const one = segment("zh", "美國股票期貨在柏林上漲。", "American stock futures rose in Berlin.", [
      "Berlin",
      "LOC",
    ]);
    const [result] = createOfflineEngine({}, { unprompted: false }).project([one]);
    expect(result?.unprompted).toEqual([]);
  });

  it("go to the entity that was left open there", () => {
    const one = segment("zh", "他說中國很大，柏林也很大。", "He said China is big, and Berlin is too.", [
      "China",
      "LOC",
    ]);
    const [result] = engine.project([one]);
    expect(result?.entities[0]?.place?.surface).toBe("中國");
    expect(result?.unprompted).toEqual([]);
  });
});

describe("annotations", () => {
  const { sourceText, pivotText, entities, sourceLang } = segment(
    "zh",
    "美國股票期貨在柏林上漲。",
    "American stock futures rose in Berlin.",
    ["Berlin", "LOC"],
  );
  const annotation: Annotation = {
    sourceText,
    pivotText,
    spans: entities.map(({ id, start, end, label }) => ({
      id: spanId(id),
      side: "pivot",
      start,
      end,
      label,
      provenance: { origin: "import", ref: "file" },
    })),
    links: [],
    absences: [],
    review: pendingReview,
    flagged: false,
    notes: [],
  };

  it("get them as source spans without a link, once", () => {
    const items = [{ id: "s", sourceLang, annotation }];
    const [first] = addProjections(items, engine.project(segmentsOf(items)), "run");
    const made = first?.annotation;
    const source = made?.spans.filter(({ side }) => side === "source") ?? [];
    expect(source.map(({ start, end }) => [...sourceText].slice(start, end).join(""))).toEqual([
      "美國",
      "柏林",
    ]);
    expect(made?.links.map((link) => link.source)).toEqual([source[1]?.id]);
    if (!made) return;
    const removed = { ...made, spans: made.spans.filter(({ id }) => id !== source[0]?.id) };
    const later = [{ id: "s", sourceLang, annotation: removed }];
    const [again] = addProjections(later, engine.project(segmentsOf(later)), "run");
    expect(again?.annotation).toEqual(removed);
  });
});
