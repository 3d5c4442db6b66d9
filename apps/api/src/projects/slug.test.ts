import { slugSchema } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { numbered, slugOf } from "./slug.ts";

it("any name gives a valid address, with any number behind it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (name, number) => {
        expect(slugSchema.safeParse(numbered(slugOf(name), number)).success).toBe(true);
      },
    ),
  );
});

it("keeps what can be read", () => {
  expect(slugOf("  Été: news & wiki (v2) ")).toBe("ete-news-wiki-v2");
  expect(slugOf("中文")).toBe("project");
  expect(numbered("x".repeat(60), 12)).toBe(`${"x".repeat(57)}-12`);
});
