import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSegment, type Segment } from "../segment/segment.ts";
import { someEdit } from "../test-support/edits.ts";
import { meta, policy, rules, sample } from "../test-support/fixtures.ts";
import {
  type Fate,
  MemoryOutbox,
  Network,
  ReferenceServer,
  settle,
  Timers,
} from "../test-support/simulated.ts";
import type { OutboxRecord } from "./outbox.ts";
import { hasUnsaved } from "./queue.ts";

type Act =
  | {
      readonly do: "edit" | "remote" | "propose";
      readonly kind: number;
      readonly pick: number;
      readonly value: number;
    }
  | { readonly do: "undo" | "redo" | "timers" | "reload" | "online" | "again" | "drop" }
  | { readonly do: "decide"; readonly fate: Fate };

const texts = ["Obama left the White House.", "Mr Obama has left the White House.", "He left."];

const fates: readonly Fate[] = ["arrives", "lost", "unanswered", "twice", "fails"];
const numbers = { kind: fc.nat(8), pick: fc.nat(9), value: fc.nat(9) };
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("edit" as const), ...numbers }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remote" as const), ...numbers }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("propose" as const), ...numbers }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("decide" as const), fate: fc.constantFrom(...fates) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("undo" as const, "redo" as const, "timers" as const, "online" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("reload" as const, "again" as const, "drop" as const) }),
  },
);

class World {
  readonly server = new ReferenceServer(sample(), policy, meta);
  readonly outbox = new MemoryOutbox();
  readonly timers = new Timers();
  network = new Network();
  readonly made = new Set<string>();
  readonly givenUp = new Set<string>();
  #ids = 0;
  segment: Segment;

  constructor() {
    this.segment = this.#openTab({
      version: 1,
      id: "first",
      meta,
      base: this.server.annotation,
      seq: 0,
      basis: this.server.basis,
      sent: [],
      waiting: [],
      givenUp: [],
    });
  }

  #newId = (): string => `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, "0")}`;

  #openTab(record: OutboxRecord): Segment {
    const segment = createSegment(
      {
        server: this.network.connect(this.server, "Ann"),
        outbox: this.outbox,
        later: this.timers.later,
        newId: this.#newId,
        onApplied: ({ id }) => this.made.add(id),
      },
      () => rules,
      record,
    );
    segment.store.subscribe(({ queue }) => {
      for (const { transaction } of queue.givenUp) this.givenUp.add(transaction.id);
    });
    return segment;
  }

  /** The tab dies: its answers are never seen, its timers never run, and only the outbox remembers. */
  async #reload(): Promise<void> {
    this.segment.close();
    this.timers.clear();
    this.network = new Network();
    const [kept] = await this.outbox.claim();
    const { annotation, seq, basis, ...fresh } = this.server.view();
    this.segment = this.#openTab(
      kept ?? {
        version: 1,
        id: this.#newId(),
        meta: fresh,
        base: annotation,
        seq,
        basis,
        sent: [],
        waiting: [],
        givenUp: [],
      },
    );
  }

  async act(act: Act): Promise<void> {
    const { segment } = this;
    const state = segment.store.getState();
    switch (act.do) {
      case "edit":
        segment.dispatch(
          "edit",
          someEdit(state.queue.current, act, rules.user, `n${rules.user}${act.value}`, texts),
        );
        break;
      case "remote":
        this.server.edit(someEdit(this.server.annotation, act, "mei", `nmei${act.value}`, texts), "Mei");
        break;
      case "propose":
        this.server.propose(someEdit(this.server.annotation, act, "run", `nrun${act.value}`, texts));
        break;
      case "undo":
        segment.undo();
        break;
      case "redo":
        segment.redo();
        break;
      case "timers":
        this.timers.runAll();
        break;
      case "online":
        segment.retry();
        break;
      case "decide":
        this.network.decide(act.fate);
        break;
      case "reload":
        await this.#reload();
        break;
      case "again":
        state.queue.givenUp[0] && segment.tryAgain(state.queue.givenUp[0]);
        break;
      case "drop":
        state.queue.givenUp[0] && segment.keepTheirs(state.queue.givenUp[0]);
        break;
    }
    await settle();
  }

  /** A good connection from now on, for as long as it takes. */
  async calm(): Promise<void> {
    for (let turn = 0; turn < 200; turn++) {
      await settle();
      if (!hasUnsaved(this.segment.store.getState().queue) && !this.network.busy) break;
      this.network.decide("arrives");
      await settle();
      this.timers.runAll();
    }
    this.segment.refresh(this.server.view());
  }
}

describe("saving over a bad connection, beside somebody else", () => {
  test("ends with what the server has, and every edit is there once or given up in the open", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 40 }), async (list) => {
        const world = new World();
        for (const act of list) await world.act(act);
        await world.calm();
        const { queue, save } = world.segment.store.getState();
        expect(hasUnsaved(queue)).toBe(false);
        expect(save).toEqual({ kind: "saved" });
        expect(queue.current).toEqual(world.server.annotation);
        expect(queue.base).toEqual(world.server.annotation);
        expect(queue.seq).toBe(world.server.seq);
        for (const id of world.made) {
          expect(world.server.applied.has(id) !== world.givenUp.has(id)).toBe(true);
        }
        expect(world.outbox.records.size).toBe(queue.givenUp.length > 0 ? 1 : 0);
      }),
      { numRuns: 600 },
    );
  });
});
