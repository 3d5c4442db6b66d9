import { isLanguageTag } from "@spanbridge/shared";
import { nameOfLanguage } from "../../ui/i18n/t.ts";

export type LanguageChoice = { readonly tag: string; readonly name: string };

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

// What is common beside the two-letter codes. Any other tag can be typed; asking Intl for all 17,576 three-letter codes
// would hold the page for most of a second.
const MORE =
  "zh-Hans zh-Hant zh-TW zh-HK pt-BR pt-PT sr-Latn sr-Cyrl pa-Arab uz-Cyrl ace arz ary ast awa bar bho ceb ckb crh din " +
  "fil fon fur gsw haw hil hne hsb ilo kab kac kbp kea kmr lij lmo ltg lus mag mai min mni nan nds nso pag pap pcm rom " +
  "sat scn shi shn sco szl tpi tum tzm vec war wuu yue";

/** Every two-letter language the browser has a name for, and more, by name. Deprecated codes are left out. */
export function listLanguages(): readonly LanguageChoice[] {
  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  const tags = [...LETTERS.flatMap((a) => LETTERS.map((b) => a + b)), ...MORE.split(" ")];
  return tags
    .flatMap((tag) => {
      const name = names.of(tag);
      return name && Intl.getCanonicalLocales(tag)[0] === tag ? [{ tag, name }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Whether a query finds a language: by the beginning of its tag or of a word of its name. */
export function findsLanguage({ tag, name }: LanguageChoice, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return true;
  return (
    tag.toLowerCase().startsWith(wanted) ||
    name.toLowerCase().startsWith(wanted) ||
    name
      .toLowerCase()
      .split(/[\s()]+/)
      .some((word) => word.startsWith(wanted))
  );
}

/** The language somebody typed as a tag, in its canonical form; undefined when it is none that has a name. */
export function typedLanguage(query: string): LanguageChoice | undefined {
  const typed = query.trim();
  if (typed.length < 2 || !isLanguageTag(typed)) return undefined;
  const [tag] = Intl.getCanonicalLocales(typed);
  if (!tag) return undefined;
  const name = nameOfLanguage(tag);
  return name.toLowerCase() === tag.toLowerCase() ? undefined : { tag, name };
}
