import type { WikipediaPair, WikipediaReason } from "@spanbridge/shared/contracts";

/** An English name for which an article is looked for. `label` may be empty. */
export type EnglishName = { readonly name: string; readonly label: string };

/** What became of one name. `detail` names the page or title that the reason is about; may be empty. */
export type Outcome =
  | { readonly kind: "accepted"; readonly name: EnglishName; readonly pair: WikipediaPair }
  | {
      readonly kind: "rejected";
      readonly name: EnglishName;
      readonly reason: WikipediaReason;
      readonly detail: string;
    };

/** Each name once, in the order of the first mention; a name without a label takes the first one it gets later. */
export function uniqueNames(names: Iterable<EnglishName>): EnglishName[] {
  const found = new Map<string, string>();
  for (const { name, label } of names) {
    const clean = name.replace(/\s+/gu, " ").trim();
    if (clean !== "") found.set(clean, found.get(clean) || label.trim());
  }
  return [...found].map(([name, label]) => ({ name, label }));
}

// What MediaWiki forbids in titles, and what would be taken for a separator or a link into another wiki.
const FORBIDDEN = /[#<>[\]{}|\p{Cc}\ufffd]|^:|~{3}|^\.{1,2}$|^\.{1,2}\/|%[0-9A-Fa-f]{2}/u;
const LONGEST_BYTES = 255;

/** A name as MediaWiki writes titles: composed, no underscores, single spaces, a capital first. Undefined where it cannot be one. */
export function titleOf(name: string): string | undefined {
  const spaced = name
    .normalize("NFC")
    .replace(/[\s_]+/gu, " ")
    .trim();
  const [first = ""] = spaced;
  if (spaced === "" || FORBIDDEN.test(spaced) || utf8Length(spaced) > LONGEST_BYTES) return undefined;
  const capital = first.toLocaleUpperCase("en");
  // ß and its like have no capital of one letter: MediaWiki leaves them.
  return ([...capital].length === 1 ? capital : first) + spaced.slice(first.length);
}

/**
 * Titles under which the article of a name may stand, the likeliest first: the name itself, without article and
 * possessive, and, for a name in capitals (as datelines have them), with a capital at each word only.
 */
export function titlesFor(name: string): string[] {
  const bare = name.replace(/^the\s+/iu, "").replace(/['’]s?$/u, "");
  const tries = [name, bare, ...(isShouted(name) ? [titleCase(name), titleCase(bare)] : [])];
  const titles = tries.map(titleOf).filter((title) => title !== undefined);
  return [...new Set(titles)];
}

/** Words of four letters and more in capitals; shorter ones are initials as a rule. */
const isShouted = (name: string): boolean => name === name.toUpperCase() && /\p{Lu}{4}/u.test(name);

const titleCase = (name: string): string =>
  name.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());

function utf8Length(value: string): number {
  let bytes = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
