/** What was read from an answer; `repaired` when it was not the JSON value alone. */
export type ReadJson = { readonly value: unknown; readonly repaired: boolean };

/**
 * The JSON value in a model's answer. Takes it as it is where it is JSON; else looks for it behind thoughts, chatter and
 * code fences, and reads what models write for JSON: single or curly quotes, line breaks in strings, commas too many or
 * missing, Python's words, an end that was cut off. Undefined where there is nothing to read.
 */
export function readJson(answer: string): ReadJson | undefined {
  const direct = parsed(answer);
  if (direct !== undefined) return { value: direct, repaired: false };
  const bare = withoutThoughts(answer);
  for (let at = firstBracket(bare, 0); at !== -1; at = firstBracket(bare, at + 1)) {
    const value = new Lenient(bare, at).value();
    if (isWorth(value)) return { value, repaired: true };
  }
  return undefined;
}

/** The answer without what reasoning models write before it. */
export const withoutThoughts = (answer: string): string =>
  answer.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/giu, "").trim();

const isWorth = (value: unknown): boolean =>
  typeof value === "object" && value !== null && (Array.isArray(value) || Object.keys(value).length > 0);

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function firstBracket(text: string, from: number): number {
  const at = text.slice(from).search(/[{[]/u);
  return at === -1 ? -1 : from + at;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": "”", "‘": "’", "`": "`" };
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["null", null],
  ["None", null],
]);

/** A reader that goes on where JSON.parse stops. Always ends: every step moves forward. */
class Lenient {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(): unknown {
    this.#skip(/[\s]/u);
    const next = this.#text[this.#at] ?? "";
    if (next === "{") return this.#object();
    if (next === "[") return this.#list();
    if (next in CLOSING) return this.#string();
    const word = /^[^\s,}\]:]+/u.exec(this.#text.slice(this.#at, this.#at + 200))?.[0] ?? "";
    this.#at += Math.max(word.length, 1);
    if (WORDS.has(word)) return WORDS.get(word);
    const number = Number(word);
    return word !== "" && Number.isFinite(number) ? number : word;
  }

  #object(): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    this.#at++;
    for (;;) {
      this.#skip(/[\s,]/u);
      if (this.#ends("}")) return found;
      const key = String(this.value());
      this.#skip(/\s/u);
      if (this.#text[this.#at] !== ":") {
        if (this.#at >= this.#text.length) return found;
        continue;
      }
      this.#at++;
      this.#skip(/\s/u);
      if (this.#at >= this.#text.length) return found;
      found[key] = this.value();
    }
  }

  #list(): unknown[] {
    const found: unknown[] = [];
    this.#at++;
    for (;;) {
      this.#skip(/[\s,]/u);
      if (this.#ends("]")) return found;
      found.push(this.value());
    }
  }

  /** At the closing bracket, at another one that closes what is around, or at the end of an answer that was cut off. */
  #ends(bracket: "}" | "]"): boolean {
    const next = this.#text[this.#at];
    if (next === undefined) return true;
    if (next === bracket) {
      this.#at++;
      return true;
    }
    return next === "}" || next === "]";
  }

  #string(): string {
    const close = CLOSING[this.#text[this.#at] ?? ""] ?? '"';
    this.#at++;
    let value = "";
    while (this.#at < this.#text.length) {
      const next = this.#text[this.#at] ?? "";
      if (next === "\\") {
        value += this.#escape();
        continue;
      }
      this.#at++;
      // A quotation mark inside a string was left unescaped where nothing follows that could follow a string.
      if (next === close && /^\s*(?:[,:}\]]|$)/u.test(this.#text.slice(this.#at, this.#at + 40)))
        return value;
      value += next;
    }
    return value;
  }

  #escape(): string {
    const unicode = /^\\u([0-9a-f]{4})/iu.exec(this.#text.slice(this.#at, this.#at + 6));
    if (unicode) {
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(unicode[1] ?? "0", 16));
    }
    const letter = this.#text[this.#at + 1] ?? "";
    this.#at += 2;
    return { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" }[letter] ?? letter;
  }

  #skip(what: RegExp): void {
    while (this.#at < this.#text.length && what.test(this.#text[this.#at] ?? "")) this.#at++;
  }
}
