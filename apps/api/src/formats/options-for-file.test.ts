import { expect, it } from "vitest";
import { optionsForFile } from "./options-for-file.ts";

it.each([
  ["hf-parquet", "data/test.parquet", { package: "file" }],
  ["labelstudio", "tasks.json", { package: "file" }],
  ["labelstudio", "tasks.zip", {}],
  ["labelstudio", "-", {}],
  ["pairs", "corrected.jsonl", {}],
])("%s into %s has options of its own", (format, name, options) => {
  expect(optionsForFile(format, {}, name)).toEqual(options);
});

it("leaves what somebody asked for", () => {
  const asked = { package: "archive" };
  expect(optionsForFile("labelstudio", asked, "tasks.json")).toEqual(asked);
});
