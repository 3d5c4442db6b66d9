import { type Annotation, commands, type Edit, range, revisePivot, spanId } from "@spanbridge/shared";
import fc from "fast-check";

/** What becomes of a request: `lost` on the way there, `unanswered` after it was done, `twice` done two times. */
export const fates = ["arrives", "lost", "unanswered", "twice", "fails"] as const;
export type Fate = (typeof fates)[number];

type Choice = { readonly kind: number; readonly pick: number; readonly value: number };

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

const labels = ["PER", "ORG", "LOC"];
const texts = ["Obama visited Beijing.", "Mr Obama has visited Beijing.", "He went there."];

/** Some edit that a person could make; often one that another person makes at the same time. `fresh` names a new span. */
export function someEdit(
  now: Annotation,
  { kind, pick, value }: Choice,
  user: string,
  fresh: string,
): Edit[] {
  const span = now.spans[pick % Math.max(1, now.spans.length)];
  const other = now.spans[value % Math.max(1, now.spans.length)];
  const label = labels[value % labels.length] ?? "PER";
  switch (kind) {
    case 0:
      return span ? commands.relabelSpan(now, span.id, label, user) : [];
    case 1:
      return span ? commands.moveSpan(now, span.id, range(pick % 4, (pick % 4) + 1 + (value % 4)), user) : [];
    case 2:
      return span ? commands.removeSpan(now, span.id) : [];
    case 3: {
      const side = pick % 2 === 0 ? "source" : "pivot";
      return commands.addSpan(now, side, range(pick % 5, (pick % 5) + 2), label, spanId(fresh), user);
    }
    case 4:
      return span && other ? commands.linkSpans(now, span.id, other.id, user) : [];
    case 5:
      return span ? commands.markAbsent(now, span.id, "not_an_entity_there", user) : [];
    case 6: {
      const text = texts[value % texts.length] ?? "";
      return text === now.pivotText ? [] : [...revisePivot(now, text).edits];
    }
    case 7:
      return commands.setReview(now, value % 2 === 0 ? "accepted" : "skipped");
    default:
      return commands.setFlag(now, value % 2 === 0);
  }
}
