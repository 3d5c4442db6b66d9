import { labelSetSchema } from "@spanbridge/shared/contracts";
import { expect, it } from "vitest";
import { labelPresets } from "./label-presets.ts";

it.each(labelPresets)("$name is a label set the server takes", ({ labels }) => {
  expect(labelSetSchema.safeParse(labels).error?.issues ?? []).toEqual([]);
});

it.each(labelPresets)("$name shares no colour among its first twelve labels", ({ labels }) => {
  const colours = labels.slice(0, 12).map(({ colour }) => colour);
  expect(new Set(colours).size).toBe(colours.length);
});
