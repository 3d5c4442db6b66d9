import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAgo, formatBytes, formatShare, plural } from "./format.ts";

describe("formatShare", () => {
  it("is 0 or 100 % only when it is exactly that", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(), (whole, some) => {
        const part = some % (whole + 1);
        const shown = formatShare(part, whole);
        expect(shown === "0 %").toBe(part === 0);
        expect(shown === "100 %").toBe(part === whole);
      }),
    );
    expect(formatShare(0, 0)).toBe("0 %");
  });
});

it.each([
  [0, "just now"],
  [59, "just now"],
  [60, "1 minute ago"],
  [3599, "59 minutes ago"],
  [7200, "2 hours ago"],
  [86_400, "yesterday"],
  [6 * 86_400, "6 days ago"],
  [8 * 86_400, "May 2, 2026"],
])("says how long ago %d seconds are", (seconds, words) => {
  const now = Date.UTC(2026, 4, 10, 12);
  expect(formatAgo(new Date(now - seconds * 1000).toISOString(), now)).toBe(words);
});

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [263_400, "263 kB"],
  [86_211_610, "86.2 MB"],
  [3e12, "3.0 TB"],
])("writes %d bytes", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

it("counts things", () => {
  expect([plural(1, "row"), plural(2000, "row"), plural(2, "row was", "rows were")]).toEqual([
    "1 row",
    "2,000 rows",
    "2 rows were",
  ]);
});
