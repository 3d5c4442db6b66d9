import type { TagScheme } from "../tokens/schemes.ts";

/** The names of the tags in their numbers' order, as a ClassLabel has them: O, then the tags of each label. */
export class TagNames {
  readonly #prefixes: readonly string[];
  readonly #numbers = new Map<string, number>([["O", 0]]);

  /** `labels`: the project's, in its order; others get theirs as they come. */
  constructor(labels: readonly string[], scheme: TagScheme) {
    this.#prefixes = PREFIXES[scheme];
    for (const label of labels) this.#add(label);
  }

  numberOf(tag: string): number {
    if (!this.#numbers.has(tag)) this.#add(tag.slice(2));
    return this.#numbers.get(tag) ?? 0;
  }

  get names(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  #add(label: string): void {
    for (const prefix of this.#prefixes) {
      const tag = `${prefix}-${label}`;
      if (!this.#numbers.has(tag)) this.#numbers.set(tag, this.#numbers.size);
    }
  }
}

const PREFIXES: { readonly [scheme in TagScheme]: readonly string[] } = {
  iob2: ["B", "I"],
  iob1: ["B", "I"],
  bioes: ["B", "I", "E", "S"],
  bilou: ["B", "I", "L", "U"],
};
