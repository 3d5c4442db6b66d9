import { describe, expect, test, vi } from "vitest";
import { lastAnswer, sameElements, sameMembers, steady } from "./last.ts";

describe("the last answer", () => {
  test("is found once for the same inputs, and anew for others", () => {
    const find = vi.fn((a: object, b: number) => ({ a, b }));
    const once = lastAnswer(find);
    const input = {};
    const first = once(input, 1);
    expect(once(input, 1)).toBe(first);
    expect(find).toHaveBeenCalledTimes(1);
    expect(once({}, 1)).not.toBe(first);
    expect(once(input, 2)).toEqual({ a: input, b: 2 });
    expect(find).toHaveBeenCalledTimes(3);
  });
});

describe("a steady value", () => {
  test("stays the same object as long as it says the same", () => {
    const list = steady<readonly number[]>(sameElements);
    const first = list([1, 2]);
    expect(list([1, 2])).toBe(first);
    expect(list([2, 1])).toEqual([2, 1]);
    const members = steady<ReadonlySet<string>>(sameMembers);
    const some = members(new Set(["a", "b"]));
    expect(members(new Set(["b", "a"]))).toBe(some);
    expect(members(new Set(["a", "c"]))).toEqual(new Set(["a", "c"]));
    expect(members(new Set(["a"]))).toEqual(new Set(["a"]));
  });
});
