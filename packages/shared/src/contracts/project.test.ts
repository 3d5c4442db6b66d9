import { describe, expect, it } from "vitest";
import { reviewSchema } from "../review/review.ts";
import { createProjectSchema, defaultLabels, labelSetSchema, slugSchema } from "./project.ts";

const label = (name: string, hotkey = "") => ({ name, colour: 0, hotkey, description: "" });

describe("contracts", () => {
  it("take slugs that stand in an address as they are", () => {
    for (const good of ["a", "zh", "pud-zh-2", "x".repeat(60)])
      expect(slugSchema.safeParse(good).success).toBe(true);
    for (const bad of ["", "-a", "a-", "A", "a b", "中", "x".repeat(61), "a/b"]) {
      expect(slugSchema.safeParse(bad).success).toBe(false);
    }
  });

  it("take every label and hotkey once", () => {
    expect(labelSetSchema.safeParse(defaultLabels).success).toBe(true);
    expect(labelSetSchema.safeParse([label("PER"), label("PER")]).success).toBe(false);
    expect(labelSetSchema.safeParse([label("PER", "p"), label("PROD", "p")]).success).toBe(false);
    expect(labelSetSchema.safeParse([label("PER"), label("ORG")]).success).toBe(true);
    expect(labelSetSchema.safeParse([label("two words")]).success).toBe(false);
  });

  it("fill in what a new project leaves open", () => {
    expect(createProjectSchema.parse({ name: " News ", sourceLang: "zh-TW" })).toEqual({
      name: "News",
      sourceLang: "zh-TW",
      pivotLang: "en",
    });
    expect(createProjectSchema.safeParse({ name: "News", sourceLang: "not a language" }).success).toBe(false);
  });

  it("take a reason with a rejection and only then", () => {
    expect(reviewSchema.safeParse({ state: "rejected", reason: "Wrong pair." }).success).toBe(true);
    expect(reviewSchema.safeParse({ state: "rejected", reason: " " }).success).toBe(false);
    expect(reviewSchema.safeParse({ state: "accepted", reason: "Wrong pair." }).success).toBe(false);
  });
});
