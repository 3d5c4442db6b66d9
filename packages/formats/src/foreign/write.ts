import { codePoint, compareLinks, compareSpans, type Link, type Span, type Text } from "@spanbridge/shared";
import type { JsonObject } from "../record.ts";

/** Characters that JSON allows in strings but many readers take for the end of a line. */
const LINE_BREAKS = /[\u0085\u2028\u2029]/g;

/** A value as JSON on one line for every reader. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    LINE_BREAKS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

export const inOrder = (spans: readonly Span[]): readonly Span[] => [...spans].sort(compareSpans);
export const linksInOrder = (links: readonly Link[]): readonly Link[] => [...links].sort(compareLinks);

export const surfaceOf = (text: Text, { start, end }: { start: number; end: number }): string =>
  text.slice({ start: codePoint(start), end: codePoint(end) });

/** Metadata under the keys that have no meaning of their own; the others are named to `lose`. */
export function freeKeys(
  extra: JsonObject | undefined,
  reserved: ReadonlySet<string>,
  lose: (key: string) => void,
): [string, unknown][] {
  const free: [string, unknown][] = [];
  for (const [key, value] of Object.entries(extra ?? {})) {
    if (reserved.has(key)) lose(key);
    else free.push([key, value]);
  }
  return free;
}

/** A whole number for each span: its id where that is one, else the next free from 0. */
export function numbersOf(spans: readonly Span[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const taken = new Set<number>();
  for (const { id } of spans) {
    if (!/^(?:0|[1-9]\d{0,14})$/.test(id)) continue;
    numbers.set(id, Number(id));
    taken.add(Number(id));
  }
  let next = 0;
  for (const { id } of spans) {
    if (numbers.has(id)) continue;
    while (taken.has(next)) next++;
    numbers.set(id, next);
    taken.add(next);
  }
  return numbers;
}
