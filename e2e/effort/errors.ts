import type { Entity, PairsRow } from "../support/samples.ts";
import type { Task } from "./target.ts";

/** Mulberry32: the same numbers for the same seed, everywhere. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LABELS = ["PER", "ORG", "LOC"];

/**
 * A task with the mistakes that projections make, drawn with `next`: of the source entities about one in ten is missing,
 * one in ten has another label, two in ten have one or both edges off by a character or two, one in ten has lost its link; and
 * every fifth segment has an entity too many. The row itself is the truth.
 */
export function withErrors(truth: PairsRow, next: () => number): Task {
  const text = boundariesOf(truth.source_text);
  let links = [...truth.links];
  const source_entities = truth.source_entities.flatMap((entity): Entity[] => {
    const draw = next();
    if (draw < 0.1) {
      links = links.filter(([, source]) => source !== entity.id);
      return [];
    }
    if (draw < 0.2) {
      return [{ ...entity, label: LABELS[(LABELS.indexOf(entity.label) + 1) % LABELS.length] ?? "PER" }];
    }
    if (draw < 0.4) return [shifted(truth, entity, text, next, draw < 0.27)];
    if (draw < 0.5) links = links.filter(([, source]) => source !== entity.id);
    return [entity];
  });
  if (next() < 0.2) source_entities.push(...superfluous(truth, source_entities, text, next));
  const row = { ...truth, source_entities, links };
  return { row, gold: truth.source_entities, links: truth.links };
}

/** Offsets (code points) between characters as people see them. */
function boundariesOf(text: string): readonly number[] {
  const stops = [0];
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    stops.push((stops.at(-1) ?? 0) + [...segment].length);
  }
  return stops;
}

function shifted(
  row: PairsRow,
  entity: Entity,
  stops: readonly number[],
  next: () => number,
  both: boolean,
): Entity {
  const step = 1 + Math.floor(next() * 2);
  const at = (offset: number, by: number): number =>
    stops[Math.min(stops.length - 1, Math.max(0, stops.indexOf(offset) + by))] ?? offset;
  const end = at(entity.end, next() < 0.5 ? step : -step);
  const start = both ? at(entity.start, -step) : entity.start;
  const moved = textAt(row, start, end);
  return end > start && moved.trim() === moved ? { ...entity, start, end, text: moved } : entity;
}

function superfluous(
  row: PairsRow,
  there: readonly Entity[],
  stops: readonly number[],
  next: () => number,
): Entity[] {
  const first = Math.floor(next() * Math.max(1, stops.length - 3));
  const [start = 0, end = 0] = [stops[first], stops[first + 2]];
  const text = textAt(row, start, end);
  const free = [...there, ...row.source_entities].every((other) => other.end <= start || end <= other.start);
  return free && end > start && text.trim() === text && /^\p{L}/u.test(text)
    ? [{ id: "extra", start, end, label: "ORG", text }]
    : [];
}

const textAt = ({ source_text }: PairsRow, start: number, end: number): string =>
  [...source_text].slice(start, end).join("");
