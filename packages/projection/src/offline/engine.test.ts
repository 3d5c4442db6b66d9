import { cutsNoCluster, range, rangesOverlap, Text } from "@spanbridge/shared";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createOfflineEngine } from "./engine.ts";
import type { OfflineSegment } from "./model.ts";
import type { ProjectedSegment } from "./result.ts";

const segment = (
  id: string,
  sourceLang: string,
  sourceText: string,
  pivotText: string,
  ...names: [string, string][]
): OfflineSegment => ({
  id,
  sourceLang,
  sourceText,
  pivotText,
  entities: names.map(([name, label], index) => {
    const start = pivotText.indexOf(name);
    return { ...range(start, start + name.length), id: `e${index}`, label };
  }),
});

const surfaces = (one: ProjectedSegment | undefined): (string | undefined)[] =>
  (one?.entities ?? []).map(({ place }) => place?.surface);

describe("the offline engine, one sentence alone, no lexicon", () => {
  const engine = createOfflineEngine();

  it.each([
    [
      "zh",
      "美國總統奧巴馬訪問柏林。",
      "US President Obama visited Berlin.",
      [
        ["Obama", "PER"],
        ["Berlin", "LOC"],
      ],
      ["奧巴馬", "柏林"],
    ],
    [
      "zh",
      "他說溫特科恩（Winterkorn）會辭職。",
      "He said Winterkorn would resign.",
      [["Winterkorn", "PER"]],
      ["溫特科恩"],
    ],
    [
      "ja",
      "シューマン氏はパリで話した。",
      "Schulman spoke in Paris.",
      [
        ["Schulman", "PER"],
        ["Paris", "LOC"],
      ],
      ["シューマン", "パリ"],
    ],
    [
      "ko",
      "오바마는 베를린에서 연설했다.",
      "Obama spoke in Berlin.",
      [
        ["Obama", "PER"],
        ["Berlin", "LOC"],
      ],
      ["오바마", "베를린"],
    ],
    [
      "ru",
      "Барак Обама выступил в Берлине.",
      "Barack Obama spoke in Berlin.",
      [
        ["Barack Obama", "PER"],
        ["Berlin", "LOC"],
      ],
      ["Барак Обама", "Берлине"],
    ],
    [
      "ar",
      "تحدث أوباما في برلين.",
      "Obama spoke in Berlin.",
      [
        ["Obama", "PER"],
        ["Berlin", "LOC"],
      ],
      ["أوباما", "برلين"],
    ],
    [
      "hi",
      "ओबामा ने बर्लिन में भाषण दिया।",
      "Obama gave a speech in Berlin.",
      [
        ["Obama", "PER"],
        ["Berlin", "LOC"],
      ],
      ["ओबामा", "बर्लिन"],
    ],
    [
      "he",
      "אובמה נאם בברלין.",
      "Obama spoke in Berlin.",
      [
        ["Obama", "PER"],
        ["Berlin", "LOC"],
      ],
      ["אובמה", "ברלין"],
    ],
    ["ka", "ობამა ბერლინში გამოვიდა.", "Obama spoke in Berlin.", [["Obama", "PER"]], ["ობამა"]],
    [
      "th",
      "โอบามาเดินทางไปเบอร์ลิน",
      "Obama travelled to Berlin.",
      [
        ["Obama", "PER"],
        ["Berlin", "LOC"],
      ],
      ["โอบามา", "เบอร์ลิน"],
    ],
    [
      "fa",
      "اوباما در برلین سخنرانی کرد.",
      "Obama spoke in Berlin.",
      [
        ["Obama", "PER"],
        ["Berlin", "LOC"],
      ],
      ["اوباما", "برلین"],
    ],
  ] satisfies [string, string, string, [string, string][], string[]][])(
    "places names in %s: %s",
    (language, source, pivot, names, expected) => {
      expect(surfaces(engine.project([segment("1", language, source, pivot, ...names)])[0])).toEqual(
        expected,
      );
    },
  );

  it("also marks the name in brackets, and says so of repeats", () => {
    const [result] = engine.project([
      segment("1", "zh", "溫特科恩（Winterkorn）辭職，溫特科恩說。", "Winterkorn resigned, he said.", [
        "Winterkorn",
        "PER",
      ]),
    ]);
    const [entity] = result?.entities ?? [];
    expect(entity?.further.map(({ surface, role }) => [surface, role])).toEqual([
      ["Winterkorn", "gloss"],
      ["溫特科恩", "repeat"],
    ]);
    expect(entity?.signals.map(({ kind }) => kind)).toContain("several_occurrences");
  });

  it("keeps what it cannot place, with the reason", () => {
    const [result] = engine.project([
      segment("1", "zh", "天氣很好。", "Wolfeschlegel likes it.", ["Wolfeschlegel", "PER"]),
    ]);
    expect(result?.entities).toHaveLength(1);
    expect(result?.entities[0]).toMatchObject({ place: undefined, confidence: 0 });
    expect(result?.entities[0]?.signals.map(({ kind }) => kind)).toEqual(["not_projected"]);
  });
});

describe("settings and resources of the offline engine", () => {
  const china = segment("1", "zh", "中國政府周一表示反對。", "The government of China objected on Monday.", [
    "China",
    "ORG",
  ]);

  it("labels countries as the language's annotators do, or as told", () => {
    const label = (regions?: "copy" | "place") =>
      createOfflineEngine({}, { regions, threshold: 0.1 }).project([china])[0]?.entities[0]?.place?.label;
    expect([label(), label("place"), label("copy")]).toEqual(["LOC", "LOC", "ORG"]);
  });

  it("finds a name by memory that nothing else knows, and tells when memory labels it otherwise", () => {
    const source = segment("1", "zh", "微軟說。", "Microsoft says.", ["Microsoft", "PER"]);
    const memory = [{ pivot: "Microsoft", source: "微软", label: "ORG" }];
    const [result] = createOfflineEngine({ memory }).project([source]);
    expect(surfaces(result)).toEqual(["微軟"]);
    expect(result?.entities[0]?.signals.map(({ kind }) => kind)).toContain("label_conflicts_with_memory");
  });
});

// Any text, also such as no language writes: names from several scripts, clusters, punctuation.
const PIECES = [
  "Obama",
  "奧巴馬",
  "·",
  "（",
  "）",
  " ",
  "Обама",
  "в",
  "Берлине",
  "시카고",
  "👩‍👩‍👧",
  "e\u0301",
  "كِتاب",
  "และ",
  "क्षत्रिय",
  "II",
  "總統",
  "президент",
  "河",
  "٢",
  "。",
  "-",
  "'",
  "\n",
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme", maxLength: 4 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(""));
const anySegment = fc
  .record({
    sourceLang: fc.constantFrom("zh", "ko", "ru", "ar", "th"),
    sourceText: anyText,
    pivotText: anyText,
    cuts: fc.array(
      fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }), fc.constantFrom("PER", "LOC", "ORG")),
      { maxLength: 5 },
    ),
  })
  .map(({ sourceLang, sourceText, pivotText, cuts }): OfflineSegment => {
    const { length } = new Text(pivotText);
    const entities = cuts.flatMap(([at, size, label], index) => {
      const start = length === 0 ? 0 : at % length;
      const end = Math.min(length, start + size);
      return start < end ? [{ ...range(start, end), id: `e${index}`, label }] : [];
    });
    return { id: "s", sourceLang, sourceText, pivotText, entities };
  });
const batch = fc.array(anySegment, { maxLength: 4 });

describe("the offline engine, laws", () => {
  const engine = createOfflineEngine();
  // Reading the names of five languages takes longer than any of the checks.
  beforeAll(() => {
    engine.project(["zh", "ko", "ru", "ar", "th"].map((language) => segment("", language, "x", "x")));
  }, 60_000);
  const check = (
    property: (segments: OfflineSegment[], results: ProjectedSegment[]) => void,
    by = engine,
  ): void => {
    fc.assert(
      fc.property(batch, (segments) => property(segments, by.project(segments))),
      { numRuns: 15 },
    );
  };

  it("gives every entity back once, in order", () => {
    check((segments, results) => {
      expect(results.map(({ entities }) => entities.map(({ entity }) => entity))).toEqual(
        segments.map(({ entities }) => entities),
      );
    });
  });

  it.each(["auto", "in", "out"] as const)(
    "places inside the text, on whole clusters, without overlap, with the surface that stands there (what is beside names: %s)",
    (rule) => {
      const conventional = createOfflineEngine({}, { titles: rule, classNouns: rule, numerals: rule });
      check((segments, results) => {
        results.forEach(({ entities, unprompted }, index) => {
          const text = new Text(segments[index]?.sourceText ?? "");
          const placed = entities.flatMap(({ place, further }) =>
            place ? [place, ...further] : [...further],
          );
          const places = [...placed, ...unprompted];
          for (const place of places) {
            expect(text.holds(place) && cutsNoCluster(text, place)).toBe(true);
            expect(text.slice(place)).toBe(place.surface);
          }
          places.forEach((a, at) => {
            for (const b of places.slice(at + 1)) expect(rangesOverlap(a, b)).toBe(false);
          });
        });
      }, conventional);
    },
  );

  it("answers the same to the same, in another engine too", () => {
    const [first] = fc.sample(batch, { numRuns: 1, seed: 7 });
    expect(createOfflineEngine().project(first ?? [])).toEqual(engine.project(first ?? []));
    check((segments, results) => {
      expect(engine.project(segments)).toEqual(results);
    });
  });

  it("has a confidence between 0 and 1, 0 and a signal exactly where nothing was placed", () => {
    check((_, results) => {
      for (const { place, confidence, signals } of results.flatMap(({ entities }) => entities)) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(signals.some(({ kind }) => kind === "not_projected")).toBe(place === undefined);
        if (!place) expect(confidence).toBe(0);
      }
    });
  });

  it("does not depend on the order of the entities of a segment", () => {
    check((segments, results) => {
      const turned = engine.project(segments.map((one) => ({ ...one, entities: one.entities.toReversed() })));
      turned.forEach(({ entities }, index) => {
        const total = (list: readonly { place: unknown }[]): number =>
          list.filter(({ place }) => place !== undefined).length;
        expect(entities).toHaveLength(results[index]?.entities.length ?? 0);
        expect(total(entities)).toBe(total(results[index]?.entities ?? []));
      });
    });
  });
});
