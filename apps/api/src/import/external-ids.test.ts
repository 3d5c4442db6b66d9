import { emptyAnnotation } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { contentHash, ExternalIds } from "./external-ids.ts";

const record = (id: string | null, document: string | null = null) => ({
  id,
  document,
  sourceLang: null,
  annotation: emptyAnnotation("a", "b"),
  originalPivotText: null,
  meta: null,
  spanExtras: null,
});

describe("names of segments", () => {
  it("are the file's where it has them", () => {
    expect(new ExternalIds().of(record("n1"), "h")).toBe("n1");
  });

  it("are made of document and content elsewhere, numbered where they come again", () => {
    const ids = new ExternalIds();
    const hash = contentHash("a", "b");
    const names = [record(null), record(null), record(null, "d"), record(null), record(null, "d")].map(
      (one) => ids.of(one, hash),
    );
    expect(names[0]).toBe(`#${hash}`);
    expect(names.slice(1, 4)).toEqual([`#${hash}-2`, expect.stringMatching(/^#[0-9a-f]{16}$/), `#${hash}-3`]);
    expect(names[4]).toBe(`${names[2]}-2`);
  });

  it("are made anew for ids that look like ours, so that no two rows can have the same", () => {
    const ids = new ExternalIds();
    const hash = contentHash("a", "b");
    expect([ids.of(record(`#${hash}`), hash), ids.of(record(null), hash)]).toEqual([
      `#${hash}`,
      `#${hash}-2`,
    ]);
    expect(ids.of(record("#1"), hash)).toBe("#1");
  });

  it("tell both texts apart", () => {
    expect(contentHash("ab", "c")).not.toBe(contentHash("a", "bc"));
    expect(contentHash("a", "b")).toMatch(/^[0-9a-f]{16}$/);
  });
});
