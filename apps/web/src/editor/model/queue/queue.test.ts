import {
  type Annotation,
  commands,
  range,
  segmentNumber,
  spanId,
  type Transaction,
  transactionId,
} from "@spanbridge/shared";
import type { CommitResult, SegmentView } from "@spanbridge/shared/contracts";
import { describe, expect, test } from "vitest";
import { id, meta, policy, sample } from "../test-support/fixtures.ts";
import { ReferenceServer } from "../test-support/simulated.ts";
import { queueFrom, recordOf } from "./outbox.ts";
import { answered, caughtUp, enqueue, type Queue, queueOf, refreshed, take } from "./queue.ts";
import { pauseAfter } from "./saver.ts";

const transaction = (n: number, edits: Transaction["edits"]): Transaction => ({
  id: transactionId(`00000000-0000-4000-8000-${String(n).padStart(12, "0")}`),
  version: 1,
  origin: "human",
  title: `transaction ${n}`,
  edits,
});
const add = (n: number, start: number): Transaction =>
  transaction(
    n,
    commands.addSpan(sample(), "source", range(start, start + 1), "ORG", spanId(`n${n}`), "ann"),
  );

function queued(...transactions: Transaction[]): Queue {
  let queue = queueOf(sample(), 4);
  for (const each of transactions) {
    const next = enqueue(queue, each, policy);
    if (!next.ok) throw new Error(next.error.message);
    queue = next.value;
  }
  return queue;
}

const view = (change: Partial<SegmentView>): SegmentView => ({
  ...new ReferenceServer(sample(), policy, { ...meta, number: segmentNumber(7) }).view(),
  ...change,
});
const after = (queue: Queue, answer: CommitResult): Queue => {
  const next = answered(queue, answer, policy);
  if (!next) throw new Error("a fresh view was asked for");
  return next;
};

describe("the save queue", () => {
  test("sends the same batch again until it is answered, and only then what came after", () => {
    const once = take(queued(add(1, 0)));
    const more = enqueue(once, add(2, 1), policy);
    const again = more.ok ? take(more.value) : once;
    expect(again.sent).toEqual(once.sent);
    const saved = after(again, { outcome: "saved", seq: 5 });
    expect(take(saved).sent.map(({ title }) => title)).toEqual(["transaction 2"]);
    expect(saved.seq).toBe(5);
    expect(saved.current.spans.length).toBe(sample().spans.length + 2);
  });

  test("asks for a fresh view where the answer's number leaves room for somebody else's edits", () => {
    const queue = take(queued(add(1, 0)));
    expect(answered(queue, { outcome: "saved", seq: 6 }, policy)).toBeUndefined();
    const { current } = queue;
    const caught = caughtUp(
      queue,
      { ...view({}), annotation: { ...current, flagged: true }, seq: 6 },
      policy,
    );
    expect(caught).toMatchObject({ seq: 6, sent: [], waiting: [], givenUp: [] });
    expect(caught.current.flagged).toBe(true);
  });

  test("takes what the server knows already for saved, not for a conflict with itself", () => {
    const queue = take(queued(add(1, 0), add(2, 1)));
    const applied = queued(add(1, 0)).current;
    const current = view({ annotation: structuredClone(applied) as SegmentView["annotation"], seq: 6 });
    const next = after(queue, { outcome: "stale", current, known: [add(1, 0).id] });
    expect(next.waiting.map(({ title }) => title)).toEqual(["transaction 2"]);
    expect(next.givenUp).toEqual([]);
  });

  test("gives up what was refused and sends the rest anew", () => {
    const queue = take(queued(add(1, 0), add(2, 1)));
    const refusal = { transaction: add(1, 0).id, code: "unknown_label", message: "No." };
    const next = after(queue, { outcome: "refused", refusal, current: view({ seq: 4 }), known: [] });
    expect(next.givenUp).toMatchObject([{ kind: "refused", message: "No." }]);
    expect(next.waiting.map(({ title }) => title)).toEqual(["transaction 2"]);
    // A refusal that names none of ours must not be asked for again for ever.
    const unknown = { ...refusal, transaction: add(9, 0).id };
    const none = after(queue, { outcome: "refused", refusal: unknown, current: view({ seq: 4 }), known: [] });
    expect(none.waiting).toEqual([]);
    expect(none.givenUp.length).toBe(2);
  });

  test("takes a newer view while nothing is on its way, and no older one", () => {
    const queue = queued(add(1, 0));
    const flagged = { ...view({ seq: 9, basis: "" }), annotation: { ...sample(), flagged: true } };
    expect(refreshed(queue, flagged, policy)).toMatchObject({ seq: 9, current: { flagged: true } });
    expect(refreshed(queue, { ...flagged, seq: 4 }, policy)).toBe(queue);
    expect(refreshed(take(queue), flagged, policy).sent.length).toBe(1);
  });

  test("takes what another run proposes, but accepts nothing that was never seen", () => {
    const proposed = (basis: string, spans: Annotation["spans"]): SegmentView => ({
      ...view({ seq: 0, basis }),
      annotation: structuredClone({ ...sample(), spans }) as SegmentView["annotation"],
    });
    const other = proposed("other", sample().spans.slice(1));
    const open = queueOf(sample(), 0, "first");
    expect(refreshed(open, proposed("first", sample().spans), policy)).toBe(open);
    expect(refreshed(open, other, policy)).toMatchObject({ basis: "other", current: other.annotation });

    const accepting = transaction(1, commands.setReview(sample(), "accepted"));
    const flagging = transaction(2, commands.setFlag(sample(), true));
    const accepted = enqueue(open, accepting, policy);
    const both = accepted.ok ? enqueue(accepted.value, flagging, policy) : accepted;
    if (!both.ok) throw new Error(both.error.message);
    const next = after(take(both.value), { outcome: "stale", current: other, known: [] });
    expect(next.current).toMatchObject({ flagged: true, review: { state: "pending" } });
    expect(next.waiting).toEqual([flagging]);
    expect(next.givenUp).toMatchObject([{ kind: "conflict", transaction: { id: accepting.id } }]);
  });

  test("comes back from the outbox as it was, without what the project no longer allows", () => {
    const queue = take(queued(add(1, 0)));
    const whole = enqueue(queue, add(2, 1), policy);
    if (!whole.ok) throw new Error(whole.error.message);
    const record = recordOf("r", meta, whole.value);
    expect(queueFrom(record, policy)).toEqual(whole.value);
    const strict = { ...policy, labels: new Set(["PER", "LOC"]) };
    const back = queueFrom(record, strict);
    // The sent one may have arrived: of it the server knows best.
    expect(back.sent.length).toBe(1);
    expect(back.waiting).toEqual([]);
    expect(back.givenUp).toMatchObject([{ kind: "refused", transaction: { title: "transaction 2" } }]);
    expect(back.current.spans.some((span) => span.id === id("n2"))).toBe(false);
  });

  test("pauses longer after each failure, up to half a minute", () => {
    expect([1, 2, 3, 6, 40].map(pauseAfter)).toEqual([1000, 2000, 4000, 30_000, 30_000]);
  });
});
