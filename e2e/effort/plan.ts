import type { Entity } from "../support/samples.ts";
import type { Correction, Kind } from "./prices.ts";
import { differenceOf, type Task } from "./target.ts";

/** One action in the interface: a key press, a chord, a click or a drag. Offsets are those of the source text. */
export type Action =
  | { readonly do: "select"; readonly span: Entity; readonly side: "source" | "pivot" }
  | { readonly do: "key"; readonly key: string }
  /** A key pressed while the pointer is over a span and nothing is selected. */
  | { readonly do: "key on"; readonly key: string; readonly span: Entity; readonly side: "source" | "pivot" }
  /** A key that brings an edge to the pointer. */
  | { readonly do: "edge here"; readonly key: string; readonly edge: "start" | "end"; readonly to: number }
  /** Draws a selection; where the interface knows what it is, that makes the span. `alone`: of no English entity. */
  | {
      readonly do: "draw";
      readonly start: number;
      readonly end: number;
      readonly made: boolean;
      readonly alone?: boolean;
    }
  /** A click with Ctrl on an English entity: links the selected span with it. */
  | { readonly do: "join"; readonly span: Entity }
  | {
      readonly do: "drag edge";
      readonly edge: "start" | "end";
      readonly to: number;
      readonly span: Entity;
    }
  | { readonly do: "choose counterpart"; readonly span: Entity };

export type Step = Correction & { readonly actions: readonly Action[] };

const hotkeys: Readonly<Record<string, string>> = { PER: "p", ORG: "o", LOC: "l" };
const press = (key: string): Action => ({ do: "key", key });
const hotkeyOf = ({ label }: Entity): string => hotkeys[label] ?? label.toLowerCase();
const labelKey = (entity: Entity): Action => press(hotkeyOf(entity));

/** The fewest actions that bring a segment to gold, correction by correction; accepting it is not among them. */
export function planOf(task: Task): readonly Step[] {
  return new Planner(task).steps();
}

/** Keeps account of what the interface will show, because that decides what the next action means. */
class Planner {
  readonly #task: Task;
  readonly #steps: Step[] = [];
  /** English entity by source entity's id, as linked at this moment. */
  readonly #links: Map<string, string>;
  #selected: string | undefined;
  /** What a deletion has left selected: the pointer goes before it. */
  #followUp: string | undefined;
  /** The source spans there are at this moment. */
  #there: readonly Entity[];

  constructor(task: Task) {
    this.#task = task;
    this.#there = task.row.source_entities;
    this.#links = new Map(task.row.links.map(([english, source]) => [source, english]));
  }

  steps(): readonly Step[] {
    const { pairs, removed, added } = differenceOf(this.#task);
    // First what leaves nothing selected: the next key then means the span under the pointer.
    for (const span of removed) this.#remove(span);
    for (const pair of pairs) if (pair.how === "adjust") this.#adjust(pair.before, pair.after);
    for (const pair of pairs) if (pair.how === "replace") this.#replace(pair.before, pair.after);
    for (const span of added) this.#add(span);
    for (const { before, after } of pairs) this.#relink(before, after);
    return this.#steps;
  }

  #step(kind: Kind, relabelled: boolean, linked: boolean, actions: readonly Action[]): void {
    this.#steps.push({ kind, relabelled, linked, actions });
  }

  #select(span: Entity, side: "source" | "pivot" = "source"): Action[] {
    if (this.#selected === `${side} ${span.id}`) return [];
    this.#selected = `${side} ${span.id}`;
    return [{ do: "select", span, side }];
  }

  /** A key that means this span, with what it takes to make it mean that. Leaves nothing selected that was not. */
  #keyOn(span: Entity, key: string): Action[] {
    if (this.#selected === `source ${span.id}`) return [press(key)];
    const on: Action = { do: "key on", key, span, side: "source" };
    const free = this.#selected === undefined || this.#selected === this.#followUp;
    if (!free) this.#selected = undefined;
    return free ? [on] : [press("Escape"), on];
  }

  /** English entities without a place, in reading order. */
  #open(): readonly Entity[] {
    const taken = new Set(this.#links.values());
    return this.#task.row.english_entities
      .filter(({ id }) => !taken.has(id))
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  #remove(span: Entity): void {
    const partner = this.#links.get(span.id);
    this.#step("delete", false, partner !== undefined, this.#keyOn(span, "Backspace"));
    this.#links.delete(span.id);
    this.#there = this.#there.filter((other) => other !== span);
    this.#left(partner !== undefined && ![...this.#links.values()].includes(partner) ? partner : undefined);
  }

  /** After a deletion the English entity that has lost its counterpart is selected. */
  #left(partner: string | undefined): void {
    if (partner !== undefined) this.#followUp = `pivot ${partner}`;
    this.#selected = partner === undefined ? undefined : `pivot ${partner}`;
  }

  /** Deleted, its English entity is selected, and text drawn then is that entity's. */
  #replace(before: Entity, after: Entity): void {
    const partner = this.#links.get(before.id) ?? "";
    const shared = [...this.#links].some(([id, english]) => id !== before.id && english === partner);
    const english = this.#task.row.english_entities.find(({ id }) => id === partner);
    if (shared || english?.label !== after.label) {
      this.#remove(before);
      this.#add(after);
      return;
    }
    const drawn: Action = { do: "draw", start: after.start, end: after.end, made: true };
    this.#step("replace", false, true, [...this.#keyOn(before, "Backspace"), drawn]);
    this.#links.delete(before.id);
    this.#links.set(after.id, partner);
    this.#there = [...this.#there.filter((other) => other !== before), after];
    this.#selected = `source ${after.id}`;
  }

  #adjust(before: Entity, after: Entity): void {
    const relabelled = before.label !== after.label;
    const actions: Action[] = relabelled ? this.#keyOn(before, hotkeyOf(after)) : [];
    const edges = (["end", "start"] as const).filter((edge) => before[edge] !== after[edge]);
    let now = before;
    for (const edge of edges) {
      actions.push(...this.#edgeTo(now, edge, after[edge]));
      now = { ...now, [edge]: after[edge] };
      this.#there = [...this.#there.filter(({ id }) => id !== before.id), now];
    }
    this.#there = [...this.#there.filter(({ id }) => id !== before.id), after];
    const kind = edges.length === 2 ? "move both edges" : edges.length === 1 ? "move one edge" : "relabel";
    this.#step(kind, relabelled && edges.length > 0, this.#links.has(before.id), actions);
  }

  /** By the pointer where the edge is the nearest or that span's other one, else by its handle. */
  #edgeTo(span: Entity, edge: "start" | "end", to: number): Action[] {
    const selected = this.#selected === `source ${span.id}`;
    const free = this.#selected === undefined || this.#selected === this.#followUp;
    const before: Action[] = selected || free ? [] : [press("Escape")];
    const spans = selected ? [span] : this.#there;
    const away = (offset: number): number => Math.abs(offset - to);
    const least = Math.min(...spans.flatMap(({ start, end }) => [away(start), away(end)]));
    const nearest = spans.flatMap((other) =>
      (["start", "end"] as const).flatMap((which) =>
        away(other[which]) === least ? [{ id: other.id, which }] : [],
      ),
    );
    if (nearest.length === 1 && nearest[0]?.id === span.id) {
      if (!selected && !free) this.#selected = undefined;
      const key = nearest[0].which === edge ? "c" : "Alt+c";
      return [...before, { do: "edge here", key, edge, to }];
    }
    return [...this.#select(span), { do: "drag edge", edge, to, span }];
  }

  /** The English entity a new span belongs to: gold's, or where gold has no links the first open one with its label. */
  #partnerFor(span: Entity): Entity | undefined {
    const { links, row } = this.#task;
    const open = this.#open();
    if (!links) return open.find(({ label }) => label === span.label);
    const wanted = links.find(([, source]) => source === span.id)?.[0];
    return row.english_entities.find(({ id }) => id === wanted && open.some((other) => other.id === id));
  }

  #add(span: Entity): void {
    const partner = this.#partnerFor(span);
    const open = this.#open();
    const chosen = open.find(({ id }) => this.#selected === `pivot ${id}`);
    const bare = !this.#drawnOver(span);
    // What the interface takes drawn text for.
    const implied = chosen ?? (bare && open.length === 1 ? open[0] : undefined);
    const draw = (made: boolean) => ({ do: "draw", start: span.start, end: span.end, made }) as const;
    const actions: Action[] = [];
    if (partner && implied?.id === partner.id) {
      actions.push(draw(true));
      if (partner.label !== span.label) actions.push(labelKey(span));
    } else if (partner && !implied) {
      actions.push(draw(false));
      // The first of the proposals is Enter's, the others are pointed at.
      if (open[0]?.id === partner.id) actions.push(press("Enter"));
      else actions.push({ do: "choose counterpart", span: partner });
      if (partner.label !== span.label) actions.push(labelKey(span));
    } else if (partner) {
      actions.push(...this.#select(partner, "pivot"), draw(true));
      if (partner.label !== span.label) actions.push(labelKey(span));
    } else {
      // Where it would be taken for some entity's, it is drawn as nobody's.
      actions.push({ ...draw(false), alone: implied !== undefined }, labelKey(span));
    }
    if (partner) this.#links.set(span.id, partner.id);
    this.#step(partner ? "add, linked" : "add", false, partner !== undefined, actions);
    this.#selected = `source ${span.id}`;
    this.#there = [...this.#there, span];
  }

  /** Text drawn over a span that is there is never taken for somebody's. */
  #drawnOver(span: Entity): boolean {
    return this.#there.some((other) => other.start < span.end && span.start < other.end);
  }

  #relink(before: Entity, after: Entity): void {
    const { links, row } = this.#task;
    if (!links) return;
    const wanted = links.find(([, source]) => source === after.id)?.[0];
    const there = this.#links.get(before.id) ?? this.#links.get(after.id);
    if (wanted === there || wanted === undefined) return;
    const english = row.english_entities.find(({ id }) => id === wanted);
    if (!english) return;
    // One click where the span is selected already; where another one is, a click selects it.
    if (this.#selected !== undefined && this.#selected !== this.#followUp) {
      this.#step("link", false, false, [...this.#select(after), { do: "join", span: english }]);
    } else {
      const first = this.#open()[0]?.id === wanted;
      const finish: Action = first ? press("Enter") : { do: "select", span: english, side: "pivot" };
      this.#step("link", false, false, [...this.#keyOn(after, "n"), finish]);
    }
    this.#links.set(after.id, wanted);
    this.#selected = `source ${after.id}`;
  }
}
