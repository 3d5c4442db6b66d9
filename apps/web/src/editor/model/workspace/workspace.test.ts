import { type Annotation, commands, spanById, transactionId } from "@spanbridge/shared";
import { describe, expect, test } from "vitest";
import { recordOf } from "../queue/outbox.ts";
import { queueOf } from "../queue/queue.ts";
import { saveView } from "../segment/state.ts";
import { id, meta, policy, rules, sample } from "../test-support/fixtures.ts";
import {
  MemoryMemories,
  MemoryOutbox,
  Network,
  ReferenceServer,
  settle,
  Timers,
} from "../test-support/simulated.ts";
import { createWorkspace } from "./workspace.ts";

function world(
  outbox = new MemoryOutbox(),
  memories = new MemoryMemories(),
  servers = new Map<number, ReferenceServer>(),
) {
  const network = new Network();
  const timers = new Timers();
  let ids = 0;
  const serverOf = (number: number): ReferenceServer => {
    const server = servers.get(number) ?? new ReferenceServer(sample(), policy, { ...meta, number });
    servers.set(number, server);
    return server;
  };
  const workspace = createWorkspace(
    {
      serverFor: (number) => network.connect(serverOf(number), "Ann"),
      outbox,
      memories,
      later: timers.later,
      newId: () => `00000000-0000-4000-9000-${String(++ids).padStart(12, "0")}`,
      onMark: () => undefined,
    },
    rules,
  );
  const open = async (number: number) => {
    const opened = workspace.open(number, () => Promise.resolve(serverOf(number).view()));
    await settle();
    return opened;
  };
  return { workspace, open, network, timers, serverOf, outbox, memories, servers };
}

const relabel = (label: string) => commands.relabelSpan(sample(), id("s1"), label, "ann");

/** What a tab that was closed too early has left in the outbox. */
async function leftBehind(outbox: MemoryOutbox, name: string, edits: ReturnType<typeof relabel>) {
  const queue = queueOf(sample(), 0);
  const transaction = {
    id: transactionId(`00000000-0000-4000-a000-${name.padStart(12, "0")}`),
    version: 1 as const,
    origin: "human" as const,
    title: name,
    edits,
  };
  await outbox.put({ ...recordOf(`record ${name}`, meta, queue), waiting: [transaction] });
}

describe("what can be taken back", () => {
  const labelOf = (annotation: Annotation) => spanById(annotation, id("s1"))?.label;

  test("outlives the page, with its order over segments", async () => {
    const first = world();
    for (const [number, label] of [
      [1, "ORG"],
      [2, "LOC"],
    ] as const) {
      (await first.open(number)).dispatch(`label ${label}`, relabel(label));
      first.network.decide("arrives");
      await settle();
    }
    first.workspace.close();

    const next = world(first.outbox, first.memories, first.servers);
    await next.workspace.recalled;
    expect(next.workspace.lastElsewhere(undefined)).toBe(2);
    expect(next.workspace.lastElsewhere(2)).toBe(1);
    const segment = await next.open(1);
    expect(segment.undo()).toEqual({ ok: true, value: { title: "label ORG" } });
    expect(labelOf(segment.store.getState().queue.current)).toBe("PER");
    expect(segment.redo()?.ok).toBe(true);
    expect(labelOf(segment.store.getState().queue.current)).toBe("ORG");
    expect(next.workspace.lastElsewhere(1)).toBe(2);
  });

  test("says so where somebody else has changed it since, and changes nothing", async () => {
    const first = world();
    (await first.open(1)).dispatch("label ORG", relabel("ORG"));
    first.network.decide("arrives");
    await settle();
    first.workspace.close();
    const server = first.serverOf(1);
    server.edit(commands.relabelSpan(server.annotation, id("s1"), "LOC", "mei"), "Mei");

    const next = world(first.outbox, first.memories, first.servers);
    const segment = await next.open(1);
    const done = segment.undo();
    expect(done?.ok).toBe(false);
    expect(labelOf(segment.store.getState().queue.current)).toBe("LOC");
    expect(segment.undo()).toBeUndefined();
  });

  test("takes back what was not even saved when the page went", async () => {
    const first = world();
    (await first.open(1)).dispatch("label ORG", relabel("ORG"));
    first.workspace.close();
    const next = world(first.outbox, first.memories, first.servers);
    const segment = await next.open(1);
    expect(labelOf(segment.store.getState().queue.current)).toBe("ORG");
    expect(segment.undo()?.ok).toBe(true);
    expect(labelOf(segment.store.getState().queue.current)).toBe("PER");
  });
});

describe("the workspace", () => {
  test("sends what a closed tab left, without anybody opening the segment", async () => {
    const outbox = new MemoryOutbox();
    await leftBehind(outbox, "1", relabel("ORG"));
    const { workspace, network, serverOf } = world(outbox);
    await settle();
    expect(workspace.unsaved.getState().segments).toBe(1);
    network.decide("arrives");
    await settle();
    expect(serverOf(7).annotation.spans[0]?.label).toBe("ORG");
    expect(outbox.records.size).toBe(0);
    expect(workspace.unsaved.getState().segments).toBe(0);
  });

  test("shows kept edits without asking the server first", async () => {
    const outbox = new MemoryOutbox();
    await leftBehind(outbox, "1", relabel("ORG"));
    const { workspace } = world(outbox);
    const segment = await workspace.open(7, () => Promise.reject(new Error("no connection")));
    expect(segment.store.getState().queue.current.spans[0]?.label).toBe("ORG");
  });

  test("of two closed tabs that disagree, the second one's edit is listed and neither is lost", async () => {
    const outbox = new MemoryOutbox();
    await leftBehind(outbox, "1", relabel("ORG"));
    await leftBehind(outbox, "2", relabel("LOC"));
    const { open, network, serverOf } = world(outbox);
    const segment = await open(7);
    for (let turn = 0; turn < 8; turn++) {
      network.decide("arrives");
      await settle();
    }
    const state = segment.store.getState();
    expect(serverOf(7).annotation.spans[0]?.label).toBe("ORG");
    expect(state.queue.current).toEqual(serverOf(7).annotation);
    expect(state.queue.givenUp.map(({ transaction }) => transaction.title)).toEqual(["2"]);
    expect(saveView(state)).toEqual({ kind: "conflict", count: 1, by: "Ann" });
    expect([...outbox.records.keys()]).toEqual(["record 1"]);
  });

  test("knows where something can still be undone after going on", async () => {
    const { workspace, open } = world();
    const first = await open(1);
    const second = await open(2);
    first.dispatch("relabel", relabel("ORG"));
    expect(workspace.lastElsewhere(2)).toBe(1);
    expect(workspace.lastElsewhere(1)).toBeUndefined();
    second.dispatch("relabel", relabel("ORG"));
    expect(workspace.lastElsewhere(1)).toBe(2);
    first.undo();
    expect(workspace.lastElsewhere(2)).toBeUndefined();
    expect(await open(1)).toBe(first);
  });

  test("a conflict leaves the history, says whose change it met, and can be tried again", async () => {
    const { open, network, serverOf } = world();
    const segment = await open(7);
    serverOf(7).edit(commands.relabelSpan(sample(), id("s1"), "LOC", "mei"), "Mei");
    segment.dispatch("Relabel 奧巴馬 as ORG", relabel("ORG"));
    expect(segment.store.getState().queue.current.spans[0]?.label).toBe("ORG");
    network.decide("arrives");
    await settle();
    const { queue, history } = segment.store.getState();
    expect(queue.current.spans[0]?.label).toBe("LOC");
    expect(queue.givenUp[0]).toMatchObject({ kind: "conflict", by: "Mei" });
    expect(history.done).toEqual([]);
    const entry = queue.givenUp[0];
    expect(entry && segment.tryAgain(entry)).toMatchObject({ ok: true });
    network.decide("arrives");
    await settle();
    expect(serverOf(7).annotation.spans[0]?.label).toBe("ORG");
    expect(saveView(segment.store.getState())).toEqual({ kind: "saved" });
  });
});
