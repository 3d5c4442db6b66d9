import {
  createOfflineEngine,
  type OfflineSegment,
  type ProjectedSegment,
  readWeights,
  shippedWeights,
  storeWeights,
} from "@spanbridge/projection";
import { range } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { type EngineSetup, projectInThreads } from "../../src/offline/threads.ts";

const NAMES = ["Obama 奧巴馬", "Berlin 柏林", "Schulman 舒爾曼", "Portugal 葡萄牙", "Karnak 卡納克"] as const;

const segments = Array.from({ length: 37 }, (_, index): OfflineSegment => {
  const [first = "", here = ""] = NAMES[index % NAMES.length]?.split(" ") ?? [];
  const [second = "", there = ""] = NAMES[(index * 3 + 1) % NAMES.length]?.split(" ") ?? [];
  const pivotText = `${first} wrote of ${second} ${index} times.`;
  const at = pivotText.indexOf(second, first.length);
  return {
    id: String(index),
    sourceLang: index % 4 === 3 ? "ja" : "zh",
    sourceText: `${here}寫了${index}次${there}。`,
    pivotText,
    entities: [
      { ...range(0, first.length), id: "a", label: "PER" },
      { ...range(at, at + second.length), id: "b", label: index % 2 === 0 ? "LOC" : "ORG" },
    ],
  };
});
const resources = {
  lexicon: [{ pivot: "Karnak", source: "卡納克" }],
  background: [
    { pivot: "He wrote.", source: "他寫了。" },
    { pivot: "Of Karnak.", source: "カルナックの。", sourceLang: "ja" },
  ],
};
const settings = { threshold: 0.2 };

async function projected(
  all: readonly OfflineSegment[],
  setup: Partial<EngineSetup>,
  options: Parameters<typeof projectInThreads>[2],
): Promise<ProjectedSegment[]> {
  const parts: ProjectedSegment[] = [];
  for await (const part of projectInThreads(all, { resources, settings, ...setup }, { part: 5, ...options }))
    parts.push(...part);
  return parts;
}

describe("the offline engine in threads", () => {
  it("answers the same in the same order however many there are", async () => {
    const alone = createOfflineEngine(resources, settings).project(segments);
    expect(alone.flatMap(({ entities }) => entities).some(({ place }) => place !== undefined)).toBe(true);
    for (const threads of [1, 2, 3]) expect(await projected(segments, {}, { threads })).toEqual(alone);
  });

  it("uses a project's own weights for its language alone", async () => {
    const shipped = storeWeights(shippedWeights());
    const stored = { ...shipped, confidence: shipped.confidence.map(() => 0) };
    const own = createOfflineEngine(resources, { ...settings, weights: readWeights(stored) }).project(
      segments,
    );
    const others = createOfflineEngine(resources, settings).project(segments);
    const answers = await projected(segments, { weights: { language: "zh", stored } }, { threads: 2 });
    expect(answers).toEqual(segments.map(({ sourceLang }, at) => (sourceLang === "zh" ? own : others)[at]));
    expect(answers).not.toEqual(others);
  });

  it("yields what is done before the rest", async () => {
    const parts = projectInThreads(segments, { resources, settings }, { threads: 2, part: 5 });
    const { value } = await parts.next();
    expect(value?.map(({ id }) => id)).toEqual(segments.slice(0, 5).map(({ id }) => id));
    await parts.return();
  });

  it("says so when one fails", async () => {
    const broken = { ...segments[0], sourceLang: "no language" } as OfflineSegment;
    await expect(projected([broken, broken], {}, { threads: 2 })).rejects.toThrow();
  });

  it("ends when it is told to", async () => {
    const cancel = new AbortController();
    const options = { threads: 2, part: 5, signal: cancel.signal };
    const parts = projectInThreads(segments, { resources, settings }, options);
    await parts.next();
    cancel.abort();
    const rest = async (): Promise<void> => {
      for await (const part of parts) expect(part).toHaveLength(5);
    };
    await expect(rest()).rejects.toThrow();
  });
});
