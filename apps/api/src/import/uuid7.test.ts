import { validate, version } from "uuid";
import { expect, it } from "vitest";
import { uuid7Source } from "./uuid7.ts";

it("ids are UUIDs of version 7 in ascending order, also when many are made in a millisecond", () => {
  const next = uuid7Source(undefined, () => 1_700_000_000_000);
  const ids = Array.from({ length: 20_000 }, next);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]?.startsWith("018bcfe5-6800-7000-")).toBe(true);
});

it("ids do not run behind a clock that goes on", () => {
  let now = 1_700_000_000_000;
  const next = uuid7Source(undefined, () => now);
  const early = Array.from({ length: 4096 }, next).at(-1) ?? "";
  now += 10_000;
  expect(next().slice(0, 13) > early.slice(0, 13)).toBe(true);
});

it("ids come behind one that was there, even when the clock has been set back", () => {
  const early = uuid7Source(undefined, () => 1_700_000_000_000);
  const last = Array.from({ length: 5000 }, early).at(-1) ?? "";
  const next = uuid7Source(last, () => 1_600_000_000_000);
  const ids = [last, ...Array.from({ length: 5000 }, next)];
  expect([...ids].sort()).toEqual(ids);
  expect(uuid7Source(last, () => 1_800_000_000_000)().slice(0, 13)).toBe("01a3185c-5000");
});
