import { type CodePoint, codePoint, range, type Side, type SpanId, spanById } from "@spanbridge/shared";
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
import { acceptAhead, readAhead } from "./ahead.ts";
import { type Desk, nowOf, stateOf } from "./desk.ts";
import { edgeToPointer, meansPointed, pointedSituation, pointerCounts, runOnPointed } from "./pointed.ts";
import { clickText, dragOver } from "./pointing.ts";
import { removeSelected } from "./spans.ts";

type World = {
  readonly desk: Desk;
  readonly open: (number: number) => Promise<Segment>;
  readonly log: string[];
  pointer: { side: Side; offset: CodePoint } | undefined;
  shown: ReturnType<Desk["host"]["ahead"]>;
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

describe("with Ctrl the pointer", () => {
  const ctrl = { exact: false, other: true };
  const linksIn = (desk: Desk) => nowOf(desk).links.map(({ pivot, source }) => `${pivot} ${source}`);

  test("links the selected span with the one that is clicked, or takes the link away", async () => {
    const { desk } = await world();
    const before = linksIn(desk);
    const start = spanById(nowOf(desk), id("e1"))?.start ?? codePoint(0);
    desk.segment.select(id("s2"));
    clickText(desk, "pivot", start, ctrl);
    expect(linksIn(desk)).toEqual([...before, "e1 s2"]);
    expect(stateOf(desk).selection?.span).toBe("s2");
    clickText(desk, "pivot", start, ctrl);
    expect(linksIn(desk)).toEqual(before);
    // With nothing selected it is a click like any other.
    desk.segment.select(undefined);
    clickText(desk, "pivot", start, ctrl);
    expect(stateOf(desk).selection?.span).toBe("e1");
  });

  test("draws text that belongs to no entity, whatever is selected", async () => {
    const { desk } = await world();
    desk.segment.select(id("s1"));
    removeSelected(desk);
    expect(stateOf(desk).selection?.span).toBe("e1");
    const drawn = range(0, 2);
    dragOver(desk, "source", drawn, { exact: true, other: true });
    expect(stateOf(desk).tool).toEqual({ kind: "choosing", side: "source", range: drawn });
    desk.segment.tool({ kind: "escape" });
    desk.segment.select(id("e1"));
    dragOver(desk, "source", drawn, { exact: true, other: false });
    expect(linksIn(desk).some((link) => link.startsWith("e1 "))).toBe(true);
  });
});

describe("accepting what is shown below, too", () => {
  const stateIn = (segment: Segment) => segment.store.getState().queue.current.review.state;

  test("accepts all and goes on, or those before the first that is wrong and opens that", async () => {
    const one = await world();
    const [a, b, c] = [await one.open(8), await one.open(9), await one.open(10)];
    one.shown = { segments: [a, b, c], inView: 3 };
    acceptAhead(one.desk, 2);
    expect([one.desk.segment, a, b, c].map(stateIn)).toEqual(["accepted", "accepted", "pending", "pending"]);
    expect(one.log).toEqual(["done: Segments accepted: 2", "go to 9"]);
    one.shown = { segments: [b, c], inView: 2 };
    acceptAhead(one.desk);
    expect([b, c].map(stateIn)).toEqual(["accepted", "accepted"]);
    expect(one.log.at(-1)).toBe("go pending");
    expect(c.store.getState().history.done.map(({ title }) => title)).toEqual(["Accept"]);
  });

  test("accepts nothing that has not been on screen, and opens the first of it", async () => {
    const one = await world();
    const [a, b, c] = [await one.open(8), await one.open(9), await one.open(10)];
    one.shown = { segments: [a, b, c], inView: 1 };
    expect(readAhead(one.desk)).toBe(2);
    acceptAhead(one.desk);
    expect([one.desk.segment, a, b, c].map(stateIn)).toEqual(["accepted", "accepted", "pending", "pending"]);
    expect(one.log).toEqual(["done: Segments accepted: 2. This one has not been on screen yet.", "go to 9"]);
  });

  test("opens the one that was asked for where all before it have been on screen", async () => {
    const one = await world();
    const [a, b] = [await one.open(8), await one.open(9)];
    one.shown = { segments: [a, b], inView: 1 };
    acceptAhead(one.desk, 2);
    expect([a, b].map(stateIn)).toEqual(["accepted", "pending"]);
    expect(one.log).toEqual(["done: Segments accepted: 2", "go to 9"]);
  });

  test("accepts nothing that is not shown", async () => {
    const one = await world();
    acceptAhead(one.desk);
    one.shown = { segments: [], inView: 0 };
    acceptAhead(one.desk, 1);
    expect(stateIn(one.desk.segment)).toBe("pending");
    expect(one.log).toEqual([
      "refusal: No segments are shown below this one.",
      "refusal: No segment stands there.",
    ]);
  });
});
