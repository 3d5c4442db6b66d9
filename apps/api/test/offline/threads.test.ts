import { createOfflineEngine, type OfflineSegment } from "@spanbridge/projection";
import { range } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { projectInThreads } from "../../src/offline/threads.ts";

const NAMES = ["Obama 奧巴馬", "Berlin 柏林", "Schulman 舒爾曼", "Portugal 葡萄牙", "Karnak 卡納克"] as const;

const segments = Array.from({ length: 25 }, (_, index): OfflineSegment => {
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
  background: [{ pivot: "He wrote.", source: "他寫了。" }],
};

describe("the offline engine in threads", () => {
  it("answers the same however many there are", async () => {
    const alone = createOfflineEngine(resources, { threshold: 0.2 }).project(segments);
    expect(alone.flatMap(({ entities }) => entities).some(({ place }) => place !== undefined)).toBe(true);
    for (const threads of [1, 2])
      expect(await projectInThreads(segments, resources, { threshold: 0.2 }, threads)).toEqual(alone);
  });

  it("says so when one fails", async () => {
    const broken = { ...segments[0], sourceLang: "no language" } as OfflineSegment;
    await expect(projectInThreads([broken, broken], {}, {}, 2)).rejects.toThrow();
  });
});
