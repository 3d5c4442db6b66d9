import { expect, test } from "vitest";
import { matching } from "./match.ts";

const titles = ["Accept and go on", "Say no counterpart", "Go to the next", "Undo", "新闻 2024"];
const found = (query: string) => matching(titles, query, (title) => title);

test("finds by all words in any order, beginnings of words first", () => {
  expect(found("go")).toEqual(["Accept and go on", "Go to the next"]);
  expect(found("next go")).toEqual(["Go to the next"]);
  expect(found("part")).toEqual(["Say no counterpart"]);
  expect(found("do")).toEqual(["Undo"]);
  expect(found("闻")).toEqual(["新闻 2024"]);
  expect(found("")).toEqual(titles);
  expect(found("nothing")).toEqual([]);
});
