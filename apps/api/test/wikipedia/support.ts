import type { PageCache, PageKey } from "@spanbridge/projection";
import { apiArticles, type EnglishName, findPairs, type Outcome } from "@spanbridge/projection";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Wikis } from "../../../../e2e/support/wikipedia/pages.ts";
import {
  startWikipedia,
  type WikiAsked,
  type WikiStandIn,
} from "../../../../e2e/support/wikipedia/server.ts";
import type { Clock } from "../../src/language-model/pace.ts";
import { createQuery } from "../../src/wikipedia/transport.ts";

/** A stand-in for Wikipedia with these pages; behaves well at the start of each test. */
export function useWikipedia(wikis: Wikis): () => WikiStandIn {
  let standIn: WikiStandIn | undefined;
  beforeAll(async () => {
    standIn = await startWikipedia(wikis);
  });
  beforeEach(() => {
    if (!standIn) return;
    standIn.asked.length = 0;
    standIn.atOnce = 0;
    standIn.mischief = () => undefined;
    standIn.pieces = { extracts: 20, links: 500 };
  });
  afterAll(() => standIn?.close());
  return () => {
    if (!standIn) throw new Error("the stand-in exists only inside tests and hooks");
    return standIn;
  };
}

/** A clock whose sleeps are over at once and remembered. */
export function quickClock(): Clock & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

const keyOf = ({ wiki, kind, title }: PageKey): string => JSON.stringify([wiki, kind, title]);

export function memoryCache(): PageCache & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    read: async (wiki, kind, titles) =>
      new Map(
        titles.flatMap((title) => {
          const key = keyOf({ wiki, kind, title });
          return kept.has(key) ? [[title, kept.get(key)] as const] : [];
        }),
      ),
    write: async (entries) => {
      for (const { key, value } of entries) kept.set(keyOf(key), structuredClone(value));
    },
  };
}

type Search = {
  readonly language?: string;
  readonly cache?: PageCache;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly retries?: number;
};

export type Found = { readonly outcomes: Outcome[]; readonly failure: string | undefined };

/** Looks for names in the stand-in, up to the first failure. */
export async function search(
  { apiBase }: WikiStandIn,
  names: readonly string[],
  { language = "zh", cache = memoryCache(), clock = quickClock(), signal, retries = 3 }: Search = {},
): Promise<Found> {
  const query = createQuery(
    { apiBase, contact: "tests@example.org", requestsPerMinute: 600, retries },
    { signal: signal ?? new AbortController().signal, clock, random: () => 0 },
  );
  const list = names.map((name): EnglishName => ({ name, label: "" }));
  const outcomes: Outcome[] = [];
  for await (const batch of findPairs(list, apiArticles(query, cache, language), {
    language,
    longest: 2000,
  })) {
    if (!batch.ok) return { outcomes, failure: `${batch.error.kind}: ${batch.error.message}` };
    outcomes.push(...batch.value);
  }
  return { outcomes, failure: undefined };
}

/** Every title that was asked for, with the wiki; those of later pieces of the same question do not count again. */
export const titlesAsked = (asked: readonly WikiAsked[]): string[] =>
  asked.flatMap(({ wiki, titles, parameters }) =>
    parameters.has("excontinue") || parameters.has("llcontinue")
      ? []
      : titles.map((title) => `${wiki}:${title}`),
  );

export const said = (outcomes: readonly Outcome[]): (readonly [string, string])[] =>
  outcomes.map((one) => [one.name.name, one.kind === "accepted" ? one.pair.target : one.reason]);
