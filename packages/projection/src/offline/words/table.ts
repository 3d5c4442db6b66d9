/** How a word of the source translates a pivot word, 0 to 1: how much the two explain each other in parallel text. */
export type Translation = { readonly form: string; readonly strength: number };

/** A pivot word with its translations, strongest first. Forms are as the aligner counts words: folded, without endings. */
export type WordEntry = {
  readonly pivot: string;
  readonly name: boolean;
  readonly forms: readonly Translation[];
};

const STEPS = 9;

/** What stands in no word that is kept. */
const RESERVED = /[\s|!"\\]/u;

/**
 * An entry a pivot word between bars, in the order of the alphabet: how many letters it shares with the start of the word
 * before (base 36), the rest of it, `!` when it is a name, then its forms, each with its strength as a digit from 1 to 9:
 * `0england! англия8|3ish английс7 англича2`.
 */
export function packWords(entries: readonly WordEntry[]): string {
  const lines: string[] = [];
  let before = "";
  for (const { pivot, name, forms } of [...entries].sort((a, b) => (a.pivot < b.pivot ? -1 : 1))) {
    const parts = forms.flatMap(({ form, strength }) => {
      const step = Math.min(STEPS, Math.round(strength * STEPS));
      return step > 0 && !RESERVED.test(form) && form !== "" ? [`${form}${step}`] : [];
    });
    if (parts.length === 0 || RESERVED.test(pivot)) continue;
    const shared = sharedStart(before, pivot);
    lines.push(`${shared.toString(36)}${pivot.slice(shared)}${name ? "!" : ""} ${parts.join(" ")}`);
    before = pivot;
  }
  return lines.join("|");
}

const MOST_SHARED = 35;

function sharedStart(before: string, word: string): number {
  let same = 0;
  while (same < MOST_SHARED && same < before.length && before[same] === word[same]) same++;
  return same;
}

export function unpackWords(packed: string): WordEntry[] {
  const entries: WordEntry[] = [];
  let before = "";
  for (const line of packed.split("|")) {
    const [head = "", ...parts] = line.split(" ");
    const name = head.endsWith("!");
    const pivot = before.slice(0, Number.parseInt(head.charAt(0), 36)) + head.slice(1, name ? -1 : undefined);
    if (pivot === "") continue;
    const forms = parts.map((part) => ({
      form: part.slice(0, -1),
      strength: Number(part.slice(-1)) / STEPS,
    }));
    entries.push({ pivot, name, forms });
    before = pivot;
  }
  return entries;
}

/** Translations of single words, learnt beforehand from parallel text of a language. */
export class WordTable {
  readonly #forms: ReadonlyMap<string, readonly Translation[]>;
  readonly entries: readonly WordEntry[];

  constructor(packed: string) {
    this.entries = unpackWords(packed);
    this.#forms = new Map(this.entries.map(({ pivot, forms }) => [pivot, forms]));
  }

  get(pivot: string): readonly Translation[] {
    return this.#forms.get(pivot) ?? [];
  }
}
