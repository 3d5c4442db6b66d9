import fc from "fast-check";
import type { Choice } from "../../../web/src/editor/model/test-support/edits.ts";

/** What becomes of a request: `lost` on the way there, `unanswered` after it was done, `twice` done two times. */
export const fates = ["arrives", "lost", "unanswered", "twice", "fails"] as const;
export type Fate = (typeof fates)[number];

/** One step of a story: what Ann does in her browser, what others do, and what happens to the line between. */
export type Act =
  | (Choice & { readonly do: "edit" | "remote" })
  | { readonly do: "go"; readonly segment: number }
  | { readonly do: "undo" | "redo" | "timers" | "online" | "reload" | "again" | "drop" | "bulk" | "unbulk" }
  | { readonly do: "decide"; readonly fate: Fate };

const numbers = { kind: fc.nat(8), pick: fc.nat(9), value: fc.nat(9) };
const simple = (
  ...names: ("undo" | "redo" | "timers" | "online" | "reload" | "again" | "drop" | "bulk" | "unbulk")[]
) => fc.record({ do: fc.constantFrom(...names) });

export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("edit" as const), ...numbers }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remote" as const), ...numbers }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("decide" as const), fate: fc.constantFrom(...fates) }),
  },
  { weight: 3, arbitrary: simple("undo", "redo", "timers", "online") },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("go" as const), segment: fc.nat(1) }) },
  { weight: 2, arbitrary: simple("reload", "again", "drop", "bulk", "unbulk") },
);

/** What translations of the stories become. */
export const texts = ["Obama visited Beijing.", "Mr Obama has visited Beijing.", "He went there."];
