/** Loaded when asked for, one language at a time: none is needed to start. */
const TABLES: Readonly<Record<string, () => Promise<{ readonly WORDS: string }>>> = {
  am: () => import("../data/words/am.ts"),
  ar: () => import("../data/words/ar.ts"),
  de: () => import("../data/words/de.ts"),
  fa: () => import("../data/words/fa.ts"),
  he: () => import("../data/words/he.ts"),
  hi: () => import("../data/words/hi.ts"),
  ja: () => import("../data/words/ja.ts"),
  ka: () => import("../data/words/ka.ts"),
  ko: () => import("../data/words/ko.ts"),
  ru: () => import("../data/words/ru.ts"),
  th: () => import("../data/words/th.ts"),
  zh: () => import("../data/words/zh.ts"),
};

/** Languages there is a table of words for; Chinese in either script is `zh`. */
export const languagesWithWords: readonly string[] = Object.keys(TABLES);

/**
 * The tables of words that ship with the package, for those of the languages that have one: what
 * `OfflineResources.words` takes. The texts they were learnt from translate English.
 */
export async function shippedWords(languages: Iterable<string>): Promise<Readonly<Record<string, string>>> {
  const bases = [...new Set([...languages].map((language) => new Intl.Locale(language).language))].sort();
  const found = await Promise.all(
    bases.map(async (base) => {
      const table = await TABLES[base]?.();
      return table ? [[base, table.WORDS] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}
