import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Known } from "../../../../e2e/support/stand-in/data.ts";
import { type StandIn, startStandIn } from "../../../../e2e/support/stand-in/server.ts";

const people = ["奥巴马", "默克尔", "马克龙", "普京"] as const;
const english = ["Obama", "Merkel", "Macron", "Putin"] as const;
const places = ["柏林", "巴黎", "莫斯科"] as const;
const englishPlaces = ["Berlin", "Paris", "Moscow"] as const;

/** A sentence with a person and a place in it, and what a good model says of it. No two numbers give the same. */
export function sentence(number: number): Known {
  const [who, where] = [number % people.length, number % places.length];
  return {
    source: `${people[who]}第${number}次访问了${places[where]}。`,
    english: `${english[who]} visited ${englishPlaces[where]} for time number ${number}.`,
    names: [
      { english: english[who] ?? "", source: people[who] ?? "", label: "PER" },
      { english: englishPlaces[where] ?? "", source: places[where] ?? "", label: "LOC" },
    ],
  };
}

/** Rows of the pairs format with the source text alone. */
export const bareRows = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `b${index}`,
    source_lang: "zh",
    source_text: sentence(index).source,
  }));

/** A stand-in for a language model that knows these sentences; behaves well at the start of each test. */
export function useStandIn(count: number): () => StandIn {
  let standIn: StandIn | undefined;
  beforeAll(async () => {
    standIn = await startStandIn(Array.from({ length: count }, (_, index) => sentence(index)));
  });
  beforeEach(() => {
    if (!standIn) return;
    standIn.asked.length = 0;
    standIn.mischief = () => undefined;
    standIn.fineTuning.forget();
  });
  afterAll(() => standIn?.close());
  return () => {
    if (!standIn) throw new Error("the stand-in exists only inside tests and hooks");
    return standIn;
  };
}
