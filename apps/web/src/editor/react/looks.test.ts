import { lanes } from "@spanbridge/shared";
import { describe, expect, test } from "vitest";
import { id, span } from "../model/test-support/fixtures.ts";
import { backgroundOf, isUnsure, type Scene } from "./looks.ts";

const outer = span("outer", "source", 0, 9, "ORG");
const inner = span("inner", "source", 2, 5, "PER");
const scene = (change: Partial<Scene> = {}): Scene => ({
  colours: new Map([
    ["PER", 0],
    ["ORG", 1],
  ]),
  lanes: lanes([outer, inner]),
  laneCount: 2,
  selected: undefined,
  lit: new Set(),
  loose: new Set(),
  ...change,
});

describe("the background of a leaf", () => {
  test("has a line for each span over it, the inner one above the outer one", () => {
    const background = backgroundOf([outer, inner], scene()) ?? "";
    expect(background).toMatch(/--label-1-line.*100% - 0px/);
    expect(background).toMatch(/--label-0-line.*100% - 6px/);
    expect(backgroundOf([], scene())).toBeUndefined();
  });

  test("is tinted by what is selected, else by what is lit, else faintly by what a person made", () => {
    const tint = (spans: Parameters<typeof backgroundOf>[0], change?: Partial<Scene>) =>
      /(--label-\d+-tint\)(?: 55%)?|,transparent)[^,]*(?:,transparent\))?$/.exec(
        backgroundOf(spans, scene(change)) ?? "",
      )?.[1];
    expect(tint([outer, inner])).toBe(",transparent");
    expect(tint([outer, inner], { selected: id("outer"), lit: new Set([id("inner")]) })).toBe(
      "--label-1-tint)",
    );
    expect(tint([outer, inner], { lit: new Set([id("inner")]) })).toBe("--label-0-tint)");
    const human = { ...inner, provenance: { origin: "human" as const, ref: "ann" } };
    expect(tint([outer, human])).toBe("--label-0-tint) 55%");
  });

  test("is hatched where the machine was unsure and no person has looked", () => {
    const unsure = { ...inner, provenance: { origin: "run" as const, confidence: 0.3 } };
    const looked = {
      ...unsure,
      provenance: { origin: "human" as const, ref: "ann", previous: unsure.provenance },
    };
    expect(backgroundOf([unsure], scene())).toContain("repeating-linear-gradient");
    expect([unsure, looked, inner].map(isUnsure)).toEqual([true, false, false]);
    expect(backgroundOf([looked], scene())).not.toContain("repeating-linear-gradient");
  });

  test("has dots above what has no counterpart yet", () => {
    const loose = scene({ loose: new Set([id("inner")]) });
    expect(backgroundOf([outer, inner], loose)).toContain("--color-warn");
    expect(backgroundOf([outer], loose)).not.toContain("--color-warn");
  });

  test("draws a wave as half circles that lie above one another, not across", () => {
    const wave =
      backgroundOf([span("w", "source", 0, 3, "EVT")], scene({ colours: new Map([["EVT", 5]]) })) ?? "";
    expect([...wave.matchAll(/calc\(100% - (\d+)px/g)].map(([, rise]) => rise)).toEqual(["8", "6"]);
  });

  test("shows a label that the project no longer has in slate", () => {
    expect(backgroundOf([span("old", "source", 0, 3, "GPE")], scene())).toContain("--label-9-line");
  });
});
