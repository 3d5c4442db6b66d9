import { type LineEvent, LineSplitter } from "../lines/splitter.ts";
import { show } from "../show.ts";

const encoder = new TextEncoder();

/**
 * Puts two files with a sentence a line together, line by line, so that they can be read as one: a JSON list of two
 * strings for each line, in which null stands for a line that is missing because its file is shorter, and an object with
 * a reason for one that cannot be read. Holds only what one file is ahead of the other.
 */
export class AlignedLines {
  readonly #splitters: readonly [LineSplitter, LineSplitter];
  readonly #waiting: readonly [Cell[], Cell[]] = [[], []];
  readonly #ended = [false, false];

  constructor(maxLineBytes?: number) {
    this.#splitters = [new LineSplitter(maxLineBytes), new LineSplitter(maxLineBytes)];
  }

  /** Which file to read on: the one that is behind; undefined when both have ended. */
  get next(): 0 | 1 | undefined {
    if (this.#ended[0]) return this.#ended[1] ? undefined : 1;
    if (this.#ended[1]) return 0;
    return this.#waiting[0].length <= this.#waiting[1].length ? 0 : 1;
  }

  push(file: 0 | 1, bytes: Uint8Array): Uint8Array {
    this.#keep(file, this.#splitters[file].push(bytes));
    return this.#take();
  }

  end(file: 0 | 1): Uint8Array {
    this.#keep(file, this.#splitters[file].end());
    this.#ended[file] = true;
    return this.#take();
  }

  #keep(file: 0 | 1, events: readonly LineEvent[]): void {
    for (const event of events) {
      if (event.kind === "line") this.#waiting[file].push(event.text);
      else if (event.kind !== "warning") this.#waiting[file].push({ unreadable: event.message });
    }
  }

  #take(): Uint8Array {
    const [first, second] = this.#waiting;
    const over = this.#ended[0] && this.#ended[1];
    const count = over ? Math.max(first.length, second.length) : Math.min(first.length, second.length);
    const rows = Array.from(
      { length: count },
      (_, at) => `${JSON.stringify([first[at] ?? null, second[at] ?? null])}\n`,
    );
    first.splice(0, count);
    second.splice(0, count);
    return encoder.encode(rows.join(""));
  }
}

type Cell = string | { readonly unreadable: string };

/** The two texts of one of its lines, or what is wrong with it. */
export function alignedCells(line: string): readonly string[] | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return `Expected a list of two texts, found ${show(line)}.`;
  }
  if (!Array.isArray(value) || value.length !== 2)
    return `Expected a list of two texts, found ${show(line)}.`;
  const cells: string[] = [];
  for (const [index, cell] of value.entries()) {
    const file = index === 0 ? "first" : "second";
    if (typeof cell === "string") cells.push(cell);
    else if (cell === null) return `The ${file} file has no such line: it is shorter than the other.`;
    else return `This line of the ${file} file cannot be read: ${reasonOf(cell)}`;
  }
  return cells;
}

const reasonOf = (cell: unknown): string =>
  typeof cell === "object" && cell !== null && "unreadable" in cell && typeof cell.unreadable === "string"
    ? cell.unreadable
    : "it is no text.";

/** Whether a file begins like one made by `AlignedLines`. */
export const looksAligned = (head: string): boolean =>
  /^\s*\[\s*(?:"|null)/.test(head) && Array.isArray(safeJson(head));

function safeJson(head: string): unknown {
  try {
    return JSON.parse(head.trim().split("\n", 1)[0] ?? "");
  } catch {
    return undefined;
  }
}
