import { type CodePoint, codePoint, type Side, type SpanId, spanById } from "@spanbridge/shared";
import { defaultLabels } from "@spanbridge/shared/contracts";
import { describe, expect, test } from "vitest";
import { commandsFor } from "../keys/commands.ts";
import type { Segment } from "../segment/segment.ts";
import { id, meta, policy, rules, sample } from "../test-support/fixtures.ts";
import {
  MemoryMemories,
  MemoryOutbox,
  Network,
  ReferenceServer,
  settle,
  Timers,
} from "../test-support/simulated.ts";
import { createWorkspace } from "../workspace/workspace.ts";
import { acceptAhead } from "./ahead.ts";
import { type Desk, nowOf, stateOf } from "./desk.ts";
import { edgeToPointer, meansPointed, pointedSituation, pointerCounts, runOnPointed } from "./pointed.ts";

type World = {
  readonly desk: Desk;
  readonly open: (number: number) => Promise<Segment>;
  readonly log: string[];
  pointer: { side: Side; offset: CodePoint } | undefined;
  shown: readonly Segment[] | undefined;
};

async function world(): Promise<World> {
  const network = new Network();
  let ids = 0;
  const serverOf = (number: number) => new ReferenceServer(sample(), policy, { ...meta, number });
  const workspace = createWorkspace(
    {
      serverFor: (number) => network.connect(serverOf(number), "Ann"),
      outbox: new MemoryOutbox(),
      memories: new MemoryMemories(),
      later: new Timers().later,
      newId: () => `00000000-0000-4000-9000-${String(++ids).padStart(12, "0")}`,
      onMark: () => undefined,
    },
    rules,
  );
  const open = async (number: number): Promise<Segment> => {
    const opened = workspace.open(number, () => Promise.resolve(serverOf(number).view()));
    await settle();
    return opened;
  };
  const log: string[] = [];
  const segment = await open(7);
  const made: World = {
    open,
    log,
    pointer: undefined,
    shown: undefined,
    desk: {
      segment,
      rules,
      labels: defaultLabels,
      mayEdit: true,
      host: {
        tell: (message, kind) => log.push(`${kind}: ${message}`),
        go: (where) => log.push(`go ${where}`),
        goTo: (number) => log.push(`go to ${number}`),
        open: () => undefined,
        toggle: () => undefined,
        stepBatch: () => false,
        undoElsewhere: () => false,
        pointed: () => made.pointer,
        ahead: () => made.shown,
      },
    },
  };
  return made;
}

const commands = commandsFor(defaultLabels);
function press(desk: Desk, command: string, on: SpanId): boolean {
  const there = pointedSituation(stateOf(desk), on, true);
  const found = commands.find((one) => one.id === command);
  if (!there || !found || !pointerCounts(desk.segment) || !meansPointed(found, there)) return false;
  runOnPointed(desk, found, on);
  return true;
}
const labelOf = (desk: Desk, span: string) => spanById(nowOf(desk), id(span))?.label;

describe("keys on the span under the pointer", () => {
  test("correct it and leave nothing selected", async () => {
    const { desk } = await world();
    expect(press(desk, "label_LOC", id("s1"))).toBe(true);
    expect(labelOf(desk, "s1")).toBe("LOC");
    expect(stateOf(desk).selection).toBeUndefined();
  });

  test("mean the selected span where there is one", async () => {
    const { desk } = await world();
    desk.segment.select(id("s2"));
    expect(press(desk, "label_ORG", id("s1"))).toBe(false);
    expect(labelOf(desk, "s1")).toBe("PER");
  });

  test("go before what a deletion has left selected, which text drawn next belongs to", async () => {
    const { desk } = await world();
    expect(press(desk, "delete", id("s1"))).toBe(true);
    expect(stateOf(desk).selection?.span).toBe("e1");
    expect(press(desk, "label_PER", id("s2"))).toBe(true);
    expect(labelOf(desk, "s2")).toBe("PER");
    // Chosen by hand it counts again.
    desk.segment.select(id("s2"));
    expect(press(desk, "delete", id("e1"))).toBe(false);
  });

  test("are those that need a span, not those that work without one", async () => {
    const { desk } = await world();
    for (const command of ["accept", "stop_next", "edge_here", "deselect", "side_pivot", "undo"]) {
      expect(press(desk, command, id("s1")), command).toBe(false);
    }
    expect(press(desk, "delete", id("nobody"))).toBe(false);
  });
});

describe("an edge brought to the pointer", () => {
  const at = (side: Side, offset: number) => ({ side, offset: codePoint(offset) });
  const rangeOf = (desk: Desk, span: string) => {
    const found = spanById(nowOf(desk), id(span));
    return found && [found.start, found.end];
  };

  test("is the nearest one of that text, or the other one of the same span", async () => {
    const one = await world();
    one.pointer = at("source", 4);
    // As far from 奧巴馬's end as from 美國's start: the first in the text.
    edgeToPointer(one.desk, false);
    expect([rangeOf(one.desk, "s1"), rangeOf(one.desk, "s2")]).toEqual([
      [0, 4],
      [5, 7],
    ]);
    one.pointer = at("source", 6);
    edgeToPointer(one.desk, true);
    expect(rangeOf(one.desk, "s2")?.[1]).toBe(6);
    expect(one.desk.segment.store.getState().history.done.at(-1)?.title).toMatch(/^Move the end of/);
  });

  test("is the selected span's where one is selected, and never empties it", async () => {
    const one = await world();
    one.desk.segment.select(id("s2"));
    one.pointer = at("source", 3);
    edgeToPointer(one.desk, false);
    expect(rangeOf(one.desk, "s2")).toEqual([3, 7]);
    one.pointer = at("source", 0);
    edgeToPointer(one.desk, true);
    expect(rangeOf(one.desk, "s2")).toEqual([3, 4]);
  });

  test("needs a pointer over a text", async () => {
    const one = await world();
    edgeToPointer(one.desk, false);
    expect(one.log).toEqual(["refusal: Point at where the edge is to be."]);
  });
});

describe("accepting what is shown below, too", () => {
  const stateIn = (segment: Segment) => segment.store.getState().queue.current.review.state;

  test("accepts all and goes on, or those before the first that is wrong and opens that", async () => {
    const one = await world();
    const [a, b, c] = [await one.open(8), await one.open(9), await one.open(10)];
    one.shown = [a, b, c];
    acceptAhead(one.desk, 2);
    expect([one.desk.segment, a, b, c].map(stateIn)).toEqual(["accepted", "accepted", "pending", "pending"]);
    expect(one.log).toEqual(["done: Segments accepted: 2", "go to 9"]);
    one.shown = [b, c];
    acceptAhead(one.desk);
    expect([b, c].map(stateIn)).toEqual(["accepted", "accepted"]);
    expect(one.log.at(-1)).toBe("go pending");
    expect(c.store.getState().history.done.map(({ title }) => title)).toEqual(["Accept"]);
  });

  test("accepts nothing that is not shown", async () => {
    const one = await world();
    acceptAhead(one.desk);
    one.shown = [];
    acceptAhead(one.desk, 1);
    expect(stateIn(one.desk.segment)).toBe("pending");
    expect(one.log).toEqual([
      "refusal: No segments are shown below this one.",
      "refusal: No segment stands there.",
    ]);
  });
});
