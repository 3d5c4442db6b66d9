import { queueSignals, reviewStates } from "@spanbridge/shared";
import { queueFilterSchema, queueOrders } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  filterOf,
  parseReviewSearch,
  parseSearch,
  parseSettingsSearch,
  searchOf,
  stringifySearch,
} from "./search.ts";

const filters = fc.record({
  states: fc.subarray([...reviewStates]),
  flagged: fc.constantFrom(true as const, undefined),
  document: fc.option(fc.string(), { nil: undefined }),
  text: fc.option(fc.string({ minLength: 1, maxLength: 200, unit: "grapheme" }), { nil: undefined }),
  list: fc.option(fc.uuid(), { nil: undefined }),
  regex: fc.constantFrom(true as const, undefined),
  side: fc.constantFrom("source" as const, "pivot" as const, undefined),
  signals: fc.option(fc.subarray([...queueSignals], { minLength: 1 }), { nil: undefined }),
  worth: fc.constantFrom(true, false, undefined),
  labels: fc.option(fc.subarray(["PER", "ORG", "地名"], { minLength: 1 }), { nil: undefined }),
  confidenceBelow: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs), { nil: undefined }),
  decidedBy: fc.constantFrom("ann", undefined),
  assignee: fc.constantFrom("", "bob", undefined),
  order: fc.constantFrom(...queueOrders),
});

describe("review search", () => {
  it("survives the way through the address bar", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        fc.pre((filter.text?.length ?? 0) <= 200);
        const through = filterOf(parseReviewSearch(parseSearch(stringifySearch(searchOf(filter)))));
        expect(through).toEqual(queueFilterSchema.parse(JSON.parse(JSON.stringify(filter))));
      }),
    );
  });

  it("gives a filter the server takes, whatever stands in the address", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        expect(queueFilterSchema.safeParse(filterOf(parseReviewSearch(parseSearch(query)))).success).toBe(
          true,
        );
      }),
    );
  });

  it("is readable and leaves out what says nothing", () => {
    expect(stringifySearch(searchOf({ states: ["pending", "skipped"], text: "12" }))).toBe(
      "?state=pending&state=skipped&q=12",
    );
    expect(stringifySearch(searchOf({ states: [] }))).toBe("");
    expect(parseReviewSearch(parseSearch("?q=12&flagged=true"))).toMatchObject({ q: "12", flagged: true });
    expect(parseReviewSearch(parseSearch("?state=pending&state=nonsense"))).toMatchObject({
      state: ["pending"],
    });
  });
});

it("ignores settings sections that do not exist", () => {
  expect(parseSettingsSearch({ section: "labels" })).toEqual({ section: "labels" });
  expect(parseSettingsSearch({ section: "nope" })).toEqual({ section: undefined });
});
