import { lettersOf, type TagScheme } from "./scheme.ts";

/** The label of a tag that has none ("B", "I"), as in seqeval. */
const NO_LABEL = "_";

/**
 * Integers for tags: `label id << 3 | prefix`, so that a scorer compares numbers. O is 0; label ids count from 1 in the
 * order of appearance. One alphabet is shared by gold and prediction.
 */
export class TagAlphabet {
  readonly scheme: TagScheme;
  /** By label id; the place of 0 (no entity) is empty. */
  readonly labels: string[] = [""];
  readonly #codes = new Map<string, number>([["O", 0]]);
  readonly #labelIds = new Map<string, number>();

  constructor(scheme: TagScheme) {
    this.scheme = scheme;
  }

  /** The code of a tag, or -1 for one that the scheme does not have. */
  codeOf(tag: string): number {
    return this.#codes.get(tag) ?? this.#learn(tag);
  }

  /** Writes the codes of a sentence to `into` (long enough); answers the place of the first unknown tag, or -1. */
  encode(tags: readonly string[], into: Int32Array): number {
    for (let index = 0; index < tags.length; index++) {
      const tag = tags[index] ?? "";
      const code = tag === "O" ? 0 : this.codeOf(tag);
      if (code === -1) return index;
      into[index] = code;
    }
    return -1;
  }

  #learn(tag: string): number {
    const letters = lettersOf[this.scheme];
    const letter = tag.slice(0, 1);
    const prefix = Object.hasOwn(letters, letter) ? letters[letter] : undefined;
    const rest = tag.slice(1);
    // Only "X" and "X-label" are tags; "O-label" is not.
    if (prefix === undefined || prefix === 0 || (rest !== "" && !rest.startsWith("-"))) return -1;
    const code = (this.#labelId(rest.slice(1) || NO_LABEL) << 3) | prefix;
    this.#codes.set(tag, code);
    return code;
  }

  #labelId(label: string): number {
    const known = this.#labelIds.get(label);
    if (known !== undefined) return known;
    const id = this.labels.push(label) - 1;
    this.#labelIds.set(label, id);
    return id;
  }
}
