import type { Entity } from "../support/samples.ts";
import type { Correction, Kind } from "./prices.ts";
import { differenceOf, type Task } from "./target.ts";

/** One action in the interface: a key press, a chord, a click or a drag. Offsets are those of the source text. */
export type Action =
  | { readonly do: "select"; readonly span: Entity; readonly side: "source" | "pivot" }
  | { readonly do: "key"; readonly key: string }
  /** Draws a selection; where the interface knows what it is, that makes the span. */
  | { readonly do: "draw"; readonly start: number; readonly end: number; readonly made: boolean }
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
const labelKey = ({ label }: Entity): Action => press(hotkeys[label] ?? label.toLowerCase());

/** The fewest actions that bring a segment to gold, correction by correction, and the Enter that accepts it. */
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
  /** The source spans there are at this moment. */
  #there: readonly Entity[];

  constructor(task: Task) {
    this.#task = task;
    this.#there = task.row.source_entities;
    this.#links = new Map(task.row.links.map(([english, source]) => [source, english]));
  }

  steps(): readonly Step[] {
    const { pairs, removed, added } = differenceOf(this.#task);
    // First those whose link tells what to do next: deleting one selects what it belonged to.
    for (const pair of pairs) if (pair.how === "replace") this.#replace(pair.before, pair.after);
    for (const span of removed) this.#remove(span);
    for (const pair of pairs) if (pair.how === "adjust") this.#adjust(pair.before, pair.after);
    for (const span of added) this.#add(span);
    for (const { before, after } of pairs) this.#relink(before, after);
    this.#step("accept", false, false, [press("Enter")]);
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

  /** English entities without a place, in reading order. */
  #open(): readonly Entity[] {
    const taken = new Set(this.#links.values());
    return this.#task.row.english_entities
      .filter(({ id }) => !taken.has(id))
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  #remove(span: Entity): void {
    const partner = this.#links.get(span.id);
    this.#step("delete", false, partner !== undefined, [...this.#select(span), press("Backspace")]);
    this.#links.delete(span.id);
    this.#there = this.#there.filter((other) => other !== span);
    this.#selected =
      partner !== undefined && ![...this.#links.values()].includes(partner) ? `pivot ${partner}` : undefined;
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
    this.#step("replace", false, true, [...this.#select(before), press("Backspace"), drawn]);
    this.#links.delete(before.id);
    this.#links.set(after.id, partner);
    this.#there = [...this.#there.filter((other) => other !== before), after];
    this.#selected = `source ${after.id}`;
  }

  #adjust(before: Entity, after: Entity): void {
    const actions: Action[] = this.#select(before);
    const edges = (["end", "start"] as const).filter((edge) => before[edge] !== after[edge]);
    for (const edge of edges) actions.push({ do: "drag edge", edge, to: after[edge], span: after });
    const relabelled = before.label !== after.label;
    if (relabelled) actions.push(labelKey(after));
    this.#there = [...this.#there.filter((other) => other !== before), after];
    const kind = edges.length === 2 ? "move both edges" : edges.length === 1 ? "move one edge" : "relabel";
    this.#step(kind, relabelled && edges.length > 0, this.#links.has(before.id), actions);
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
    const draw = (made: boolean): Action => ({ do: "draw", start: span.start, end: span.end, made });
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
    } else if (implied) {
      // It is not that one's: made all the same, then taken from it.
      actions.push(draw(true));
      if (implied.label !== span.label) actions.push(labelKey(span));
      actions.push(press("u"));
    } else {
      actions.push(draw(false), labelKey(span));
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
    const first = this.#open()[0]?.id === wanted;
    const finish: Action = first ? press("Enter") : { do: "select", span: english, side: "pivot" };
    this.#step("link", false, false, [...this.#select(after), press("n"), finish]);
    this.#links.set(after.id, wanted);
    this.#selected = `source ${after.id}`;
  }
}
