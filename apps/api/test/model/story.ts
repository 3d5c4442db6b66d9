import { setImmediate as turn } from "node:timers/promises";
import type { Annotation } from "@spanbridge/shared";
import { v7 } from "uuid";
import { expect } from "vitest";
import { hasUnsaved } from "../../../web/src/editor/model/queue/queue.ts";
import type { Segment } from "../../../web/src/editor/model/segment/segment.ts";
import { someEdit } from "../../../web/src/editor/model/test-support/edits.ts";
import {
  MemoryMemories,
  MemoryOutbox,
  Timers,
} from "../../../web/src/editor/model/test-support/simulated.ts";
import { createWorkspace, type Workspace } from "../../../web/src/editor/model/workspace/workspace.ts";
import type { Actor } from "../../src/actor.ts";
import { transaction } from "../helpers/edits.ts";
import type { Caller } from "../helpers/world.ts";
import { type Act, texts } from "./acts.ts";
import { Line } from "./line.ts";

/** What could be taken back and done again, step by step. */
function stepsOf(segment: Segment): { done: string[]; undone: string[] } {
  const { done, undone } = segment.store.getState().history;
  return { done: done.map(({ id }) => id), undone: undone.map(({ id }) => id) };
}

type Person = { readonly actor: Actor; readonly caller: Caller };

/** Ann in her browser on two segments of a project, Mei elsewhere, and the real server behind a bad line. */
export class Story {
  readonly #project: string;
  readonly #numbers: readonly [number, number];
  readonly #ann: Person;
  readonly #mei: Person;
  readonly #outbox = new MemoryOutbox();
  readonly #memories = new MemoryMemories();
  readonly #timers = new Timers();
  readonly #line = new Line();
  #workspace: Workspace;
  #here = 0;
  #batch: string | undefined;
  /** Ids of everything Ann has done, and of what she was shown as given up. */
  readonly #made = new Map<string, number>();
  readonly #givenUp = new Set<string>();
  readonly #watched = new WeakSet<Segment>();

  constructor(project: string, numbers: readonly [number, number], ann: Person, mei: Person) {
    this.#project = project;
    this.#numbers = numbers;
    this.#ann = ann;
    this.#mei = mei;
    this.#workspace = this.#openTab();
  }

  #openTab(): Workspace {
    const { actor, caller } = this.#ann;
    return createWorkspace(
      {
        serverFor: (number) => this.#line.connect(caller, this.#project, number),
        outbox: this.#outbox,
        memories: this.#memories,
        later: this.#timers.later,
        newId: v7,
        onMark: () => undefined,
      },
      {
        policy: { labels: new Set(["PER", "ORG", "LOC"]), allowOverlap: true },
        user: actor.userId,
        userName: actor.name,
        languages: { source: "zh", pivot: "en" },
      },
    );
  }

  async #open(number: number): Promise<Segment> {
    // One that the outbox has brought back is there before anybody opens it.
    const segment = await this.#workspace.open(number, () =>
      this.#ann.caller.review.open({ project: this.#project, number }),
    );
    if (this.#watched.has(segment)) return segment;
    this.#watched.add(segment);
    const note = (): void => {
      const { queue } = segment.store.getState();
      for (const { id } of [...queue.sent, ...queue.waiting]) this.#made.set(id, number);
      for (const { transaction: one } of queue.givenUp) this.#givenUp.add(one.id);
    };
    segment.store.subscribe(note);
    note();
    return segment;
  }

  async act(act: Act): Promise<void> {
    const number = this.#numbers[this.#here] ?? this.#numbers[0];
    const segment = await this.#open(number);
    const { queue } = segment.store.getState();
    const [lost] = queue.givenUp;
    switch (act.do) {
      case "edit":
        segment.dispatch("edit", someEdit(queue.current, act, this.#ann.actor.userId, v7(), texts));
        break;
      case "remote":
        await this.#remote(number, (now) => someEdit(now, act, this.#mei.actor.userId, v7(), texts));
        break;
      case "go":
        this.#here = act.segment;
        break;
      case "undo":
        segment.undo();
        break;
      case "redo":
        segment.redo();
        break;
      case "timers":
        this.#timers.runAll();
        break;
      case "online":
        this.#workspace.retry();
        break;
      case "decide":
        await this.#line.decide(act.fate);
        break;
      case "reload":
        // The tab dies: only the outbox remembers.
        this.#workspace.close();
        this.#timers.clear();
        this.#line.hangUp();
        this.#workspace = this.#openTab();
        expect(stepsOf(await this.#open(number))).toEqual(stepsOf(segment));
        break;
      case "again":
        if (lost) segment.tryAgain(lost);
        break;
      case "drop":
        if (lost) segment.keepTheirs(lost);
        break;
      case "bulk":
        await this.#bulk(number);
        break;
      case "unbulk":
        if (this.#batch) {
          await this.#mei.caller.queue.undoBulk({ project: this.#project, batch: this.#batch });
          this.#batch = undefined;
        }
        break;
    }
    await turn();
  }

  async #remote(number: number, edit: (now: Annotation) => ReturnType<typeof someEdit>): Promise<void> {
    const { project, caller } = { project: this.#project, caller: this.#mei.caller };
    const { annotation, seq } = await caller.review.open({ project, number });
    const edits = edit(annotation);
    if (edits.length === 0) return;
    await caller.review.commit({ project, number, baseSeq: seq, transactions: [transaction(edits)] });
  }

  /** Mei accepts what no signal touches of the queue that shows this one segment. */
  async #bulk(number: number): Promise<void> {
    const filter = { states: [], text: `《${number}》` };
    const done = await this.#mei.caller.queue.applyBulk({
      project: this.#project,
      filter,
      action: { kind: "accept" },
    });
    this.#batch = done.batch ?? this.#batch;
  }

  /** A good line from now on, for as long as it takes. */
  async calm(): Promise<void> {
    for (const number of this.#numbers) await this.#open(number);
    for (let round = 0; round < 200; round++) {
      await turn();
      if (!this.#line.busy && this.#workspace.unsaved.getState().segments === 0) break;
      await this.#line.decide("arrives");
      await turn();
      this.#timers.runAll();
    }
    for (const number of this.#numbers) {
      const view = await this.#ann.caller.review.open({ project: this.#project, number });
      this.#workspace.get(number)?.refresh(view);
    }
  }

  /**
   * The end of every story. `replay` is the reference: the first annotation with the log's transactions applied to it one
   * after the other, and nothing else.
   */
  async verify(replay: (number: number) => Promise<{ annotation: Annotation; seq: number; ids: string[] }>) {
    for (const number of this.#numbers) {
      const { queue, save } = (await this.#open(number)).store.getState();
      const server = await this.#ann.caller.review.open({ project: this.#project, number });
      const log = await replay(number);
      expect(hasUnsaved(queue)).toBe(false);
      expect(save).toEqual({ kind: "saved" });
      expect(server.annotation).toEqual(log.annotation);
      expect(server.seq).toBe(log.seq);
      expect(queue.current).toEqual(log.annotation);
      expect(queue.base).toEqual(log.annotation);
      expect(queue.seq).toBe(log.seq);
      for (const [id, where] of this.#made) {
        if (where !== number) continue;
        // There once, or shown to her as not there; never both, never neither.
        const times = log.ids.filter((other) => other === id).length;
        expect(times + (this.#givenUp.has(id) ? 1 : 0), id).toBe(1);
      }
    }
    expect(this.#outbox.records.size).toBe(
      this.#numbers.filter((number) => {
        const state = this.#workspace.get(number)?.store.getState();
        return state && state.queue.givenUp.length > 0;
      }).length,
    );
    this.#workspace.close();
  }
}
