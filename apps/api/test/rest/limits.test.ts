import { expect, it } from "vitest";
import { RequestLimit } from "../../src/http/rest/limits.ts";
import { useWorld } from "../helpers/world.ts";
import { restAs } from "./client.ts";

const world = useWorld();

it("counts requests by person and minute", () => {
  const limit = new RequestLimit(2);
  expect(limit.take("a", 0)).toEqual({
    "RateLimit-Policy": '"minute";q=2;w=60',
    RateLimit: '"minute";r=1;t=60',
  });
  expect(limit.take("a", 30_000).RateLimit).toBe('"minute";r=0;t=30');
  expect(() => limit.take("a", 59_999)).toThrow(expect.objectContaining({ code: "too_many_requests" }));
  expect(limit.take("b", 59_999).RateLimit).toBe('"minute";r=1;t=60');
  expect(limit.take("a", 60_000).RateLimit).toBe('"minute";r=1;t=60');
});

it("says with every answer what is left, over all keys of a person", async () => {
  const person = await world().person("Pat");
  const [first, second] = [await restAs(world(), person), await restAs(world(), person)];
  const left = (response: Response) => Number(/r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1]);
  const before = left(await first("/me"));
  expect(left(await second("/me"))).toBe(before - 1);
});
