import { fold } from "../text/fold.ts";
import { nameKey } from "../text/pivot.ts";

/** Where a known name comes from, best first. */
export type NameSource = "memory" | "lexicon" | "region" | "city" | "demonym" | "class" | "word";

export type KnownName = {
  /** Folded form on the source side. */
  readonly form: string;
  readonly source: NameSource;
  /** 1 for the name as given; less for a part or a shortened form of it. */
  readonly weight: number;
  readonly label?: string | undefined;
};

/** Pivot name → source names, for lookups by folded key. */
export class NameIndex {
  readonly #byKey = new Map<string, KnownName[]>();
  readonly #regions = new Set<string>();
  readonly #regionKeys = new Set<string>();

  add(pivot: string, source: string, from: NameSource, label?: string): void {
    const key = nameKey(pivot);
    const form = fold(withoutBrackets(source)).trim();
    if (key === "" || form === "") return;
    if (from === "region") {
      this.#regions.add(form);
      this.#regionKeys.add(key);
    }
    if (from === "class") {
      this.#put(key, form, from, 1, undefined);
      return;
    }
    for (const [part, target, weight] of variants(key, form, from))
      this.#put(part, target, from, weight, label);
  }

  /** A single word as parallel text translates it, neither a name nor an alternative of one. */
  addWord(key: string, form: string, strength: number): void {
    this.#put(key, form, "word", strength, undefined);
  }

  #put(key: string, form: string, source: NameSource, weight: number, label: string | undefined): void {
    const list = this.#byKey.get(key);
    if (!list) {
      this.#byKey.set(key, [{ form, source, weight, label }]);
      return;
    }
    const same = list.findIndex((entry) => entry.form === form);
    if (same === -1) {
      if (list.length < 12) list.push({ form, source, weight, label });
    } else if ((list[same]?.weight ?? 0) < weight) list[same] = { form, source, weight, label };
  }

  get(key: string): readonly KnownName[] {
    return this.#byKey.get(key) ?? [];
  }

  /** Whether a pivot name, by its key, is that of a country or a part of the world. */
  isRegionKey(key: string): boolean {
    return this.#regionKeys.has(key);
  }

  /** Whether a folded source form is the name of a country or a part of the world. */
  isRegion(form: string): boolean {
    return this.#regions.has(form);
  }

  get regions(): ReadonlySet<string> {
    return this.#regions;
  }

  entries(): Iterable<[string, KnownName[]]> {
    return this.#byKey.entries();
  }
}

const withoutBrackets = (value: string): string => value.replace(/\s*[(（][^)）]*[)）]/gu, "");

const PLACE_ENDING =
  /(?:特别行政区|首都大区|共和国|自治区|都市圈|大区|王国|联邦|城市|省|市|州|县|岛|郡|都|府|県|도|시|군|주)$/u;
const ORGANISATION =
  /\b(?:university|party|company|bank|club|institute|college|school|council|party|league)\b/;

/** The name itself, and what people make of it: without the kind of place, given and family name alone or in their order. */
function* variants(key: string, form: string, from: NameSource): Iterable<[string, string, number]> {
  yield [key, form, 1];
  const short = form.replace(PLACE_ENDING, "");
  if (short !== form && short.length >= 2 && !ORGANISATION.test(key)) yield [key, short, 0.9];
  if (from !== "lexicon" && from !== "memory") return;
  const comma = /^([^,،]+)[,،]\s*(.+)$/u.exec(form);
  if (comma) {
    const [, family = "", given = ""] = comma;
    yield [key, `${given} ${family}`, 1];
    yield [key, family, 0.8];
    const last = key.split(" ").at(-1);
    if (last && last !== key) yield [last, family, 0.7];
    return;
  }
  const parts = form.split(/[·\s=]+/u).filter((part) => part !== "");
  const words = key.split(" ");
  if (parts.length >= 2 && form.includes("·")) yield [key, parts.at(-1) ?? form, 0.7];
  if (
    parts.length === words.length &&
    parts.length >= 2 &&
    parts.length <= 3 &&
    !/^(?:the|of|and)$/.test(words.join(" "))
  ) {
    for (let index = 0; index < parts.length; index++) {
      const word = words[index] ?? "";
      const part = parts[index] ?? "";
      if (word.length >= 3 && part.length >= 2) yield [word, part, 0.5];
    }
  }
}
