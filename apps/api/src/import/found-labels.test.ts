import { defaultLabels, labelSetSchema } from "@spanbridge/shared/contracts";
import { expect, it } from "vitest";
import { labelSetOf, labelsNamed } from "./found-labels.ts";

it("labels we know come first, as we know them; the others by how often they occur", () => {
  const set = labelSetOf(
    new Map([
      ["WORK", 2],
      ["LOC", 1],
      ["EVENT", 5],
    ]),
  );
  expect(set.map(({ name }) => name)).toEqual(["LOC", "EVENT", "WORK"]);
  expect(set[0]?.hotkey).toBe("l");
});

it("without labels a project gets the usual ones", () => {
  expect(labelSetOf(new Map())).toBe(defaultLabels);
});

it("however many there are, the set is a valid one", () => {
  const names = Array.from({ length: 100 }, (_, index) => `Label${index}`);
  expect(labelSetSchema.safeParse(labelsNamed(["人名", ...names])).success).toBe(true);
});
