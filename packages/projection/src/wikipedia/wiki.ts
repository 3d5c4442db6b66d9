/** Wikipedias whose address is not the primary subtag of their language. */
const ADDRESSES: ReadonlyMap<string, string> = new Map([
  ["nb", "no"],
  ["yue", "zh-yue"],
  ["nan", "zh-min-nan"],
  ["lzh", "zh-classical"],
  ["gsw", "als"],
  ["rup", "roa-rup"],
  ["sgs", "bat-smg"],
  ["vro", "fiu-vro"],
  ["fil", "tl"],
  ["iw", "he"],
]);

/** The code of a language's Wikipedia as it stands in addresses and in links between languages, such as `zh` for `zh-TW`. */
export function wikiOf(language: string): string {
  const [primary = language] = language.toLowerCase().split(/[-_]/u);
  return ADDRESSES.get(primary) ?? primary;
}

/** Where people read an article. */
export const articleUrl = (language: string, title: string): string =>
  `https://${wikiOf(language)}.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}`;

/** An address that can be followed; empty for anything else, for it is shown as a link. */
export const webAddress = (value: string | null | undefined): string =>
  value && /^https?:\/\//i.test(value) ? value : "";
