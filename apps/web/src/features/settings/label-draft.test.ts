import { defaultLabels, setLabelsSchema } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeDraft,
  draftOf,
  errorsOf,
  type LabelChange,
  type LabelDraft,
  rowNamedIn,
  sameLabels,
  submissionOf,
} from "./label-draft.ts";

const start = draftOf(defaultLabels);
const run = (changes: readonly LabelChange[]) => changes.reduce(changeDraft, start);

describe("label set editor", () => {
  it("tells renames apart from removing and adding", () => {
    const renamed = run([{ kind: "set", key: "old:PER", fields: { name: "PERSON" } }]);
    expect(submissionOf(renamed)).toMatchObject({ renames: { PER: "PERSON" } });
    const replaced = run([
      { kind: "remove", key: "old:PER" },
      { kind: "add", key: "new" },
      { kind: "set", key: "new", fields: { name: "PERSON" } },
    ]);
    expect(submissionOf(replaced).renames).toEqual({});
    expect(submissionOf(replaced).labels.map(({ name }) => name)).toEqual(["ORG", "LOC", "PERSON"]);
  });

  it("lets two labels swap their names", () => {
    const swapped = run([
      { kind: "set", key: "old:PER", fields: { name: "ORG", hotkey: "o" } },
      { kind: "set", key: "old:ORG", fields: { name: "PER", hotkey: "p" } },
    ]);
    expect(errorsOf(swapped).size).toBe(0);
    expect(submissionOf(swapped).renames).toEqual({ PER: "ORG", ORG: "PER" });
    expect(sameLabels(swapped, defaultLabels)).toBe(false);
  });

  it("puts a label anywhere in the list, which loses and doubles none", () => {
    const names = (draft: readonly LabelDraft[]) => submissionOf(draft).labels.map(({ name }) => name);
    expect(names(run([{ kind: "place", key: "old:PER", at: 2 }]))).toEqual(["ORG", "LOC", "PER"]);
    expect(names(run([{ kind: "place", key: "old:LOC", at: 0 }]))).toEqual(["LOC", "PER", "ORG"]);
    expect(names(run([{ kind: "place", key: "gone", at: 0 }]))).toEqual(["PER", "ORG", "LOC"]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2))), (places) => {
        const moved = run(
          places.map(([from, at]) => ({ kind: "place", key: start[from]?.key ?? "", at }) as const),
        );
        expect(names(moved).sort()).toEqual(["LOC", "ORG", "PER"]);
      }),
    );
  });

  it("keeps a removed label in view until it is saved, a new one not", () => {
    const removed = run([{ kind: "remove", key: "old:LOC" }]);
    expect(removed).toHaveLength(3);
    expect(sameLabels(changeDraft(removed, { kind: "restore", key: "old:LOC" }), defaultLabels)).toBe(true);
    expect(
      run([
        { kind: "add", key: "new" },
        { kind: "remove", key: "new" },
      ]),
    ).toEqual(start);
  });

  it("says what is wrong at the field", () => {
    const draft = run([
      { kind: "add", key: "a" },
      { kind: "add", key: "b" },
      { kind: "set", key: "b", fields: { name: "PER", hotkey: "p" } },
      { kind: "set", key: "old:LOC", fields: { name: "a place", hotkey: "#" } },
    ]);
    const errors = errorsOf(draft);
    expect(errors.get("a")).toEqual({ name: "Give the label a name." });
    expect(errors.get("b")).toEqual({
      name: 'Another label is called "PER".',
      hotkey: 'Another label has the key "p".',
    });
    expect(Object.keys(errors.get("old:LOC") ?? {})).toEqual(["name", "hotkey"]);
    expect(errors.get("old:ORG")).toBeUndefined();
  });

  it("finds the row the server speaks of", () => {
    const draft = run([{ kind: "set", key: "old:PER", fields: { name: "PERSON" } }]);
    expect(rowNamedIn(draft, '"PER" is used in 3 segments.')).toBe("old:PER");
    expect(rowNamedIn(draft, "An import is running.")).toBeUndefined();
  });

  const changes = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant("set" as const),
        key: fc.constantFrom("old:PER", "old:ORG", "new"),
        fields: fc.record(
          {
            name: fc.constantFrom("PER", "ORG", "X", "Y Z", ""),
            hotkey: fc.constantFrom("", "p", "x", "?"),
            colour: fc.nat({ max: 11 }),
          },
          { requiredKeys: [] },
        ),
      }),
      fc.record({ kind: fc.constant("add" as const), key: fc.constantFrom("new", "newer") }),
      fc.record({
        kind: fc.constantFrom("remove" as const, "restore" as const),
        key: fc.constantFrom("old:PER", "new", "newer"),
      }),
      fc.record({
        kind: fc.constant("move" as const),
        key: fc.constantFrom("old:PER", "old:LOC", "new"),
        by: fc.constantFrom(-1 as const, 1 as const),
      }),
    ),
    { maxLength: 12 },
  );

  it("finds an error exactly where the server's schema would", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const added = new Set<string>();
        const draft = list
          .filter((change) => change.kind !== "add" || (!added.has(change.key) && added.add(change.key)))
          .reduce<readonly LabelDraft[]>(changeDraft, start);
        const accepted = setLabelsSchema.safeParse({ project: "p", ...submissionOf(draft) }).success;
        expect(errorsOf(draft).size === 0).toBe(accepted);
      }),
    );
  });
});
