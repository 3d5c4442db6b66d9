import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "./json.ts";

describe("readJson", () => {
  it.each<[string, unknown]>([
    ['```json\n{"a":[1,2]}\n```', { a: [1, 2] }],
    ['Sure! Here it is: {"a": "b"} Hope that helps.', { a: "b" }],
    ['<think>{not this}</think>{"a":1}', { a: 1 }],
    ["{'a': 'b', 'c': None, 'd': True,}", { a: "b", c: null, d: true }],
    ["{“a”: “b”}", { a: "b" }],
    ['{"a": "he said "no" twice", "b": 2}', { a: 'he said "no" twice', b: 2 }],
    ['{"a": "line\nbreak"}', { a: "line\nbreak" }],
    ['{"places":[{"id":1,"phrase":"東京"},{"id":2,"phr', { places: [{ id: 1, phrase: "東京" }, { id: 2 }] }],
    ['{"a":"\\u6771\\n"} trailing', { a: "東\n" }],
    ["[1, 2", [1, 2]],
  ])("reads %s", (answer, value) => {
    expect(readJson(answer)).toEqual({ value, repaired: true });
  });

  it("takes what is JSON as it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), (value) => {
        expect(readJson(JSON.stringify(value))).toEqual({
          value: JSON.parse(JSON.stringify(value)),
          repaired: false,
        });
      }),
    );
  });

  it("reads the same out of any chatter without brackets", () => {
    const chatter = fc.stringMatching(/^[\w .,!?:\n]{0,40}$/);
    const value = fc.record({ a: fc.string(), b: fc.array(fc.string()) });
    fc.assert(
      fc.property(chatter, value, chatter, (before, wanted, after) => {
        expect(readJson(`${before}x ${JSON.stringify(wanted)} ${after}`)?.value).toEqual(wanted);
      }),
    );
  });

  it("ends on everything", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."{}[]\"':,\\ab1 \n") }), (text) => {
        readJson(text);
      }),
      { numRuns: 500 },
    );
  });

  it("gives nothing where there is nothing", () => {
    expect(readJson("I could not find any entities.")).toBeUndefined();
    expect(readJson("")).toBeUndefined();
  });
});
