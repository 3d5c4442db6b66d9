export type Direction = "ltr" | "rtl";

const RTL_SCRIPTS = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr", "Mand"]);

/** Writing direction of a BCP 47 language, by its (likely) script. */
export function directionOf(language: string): Direction {
  return RTL_SCRIPTS.has(scriptOf(language)) ? "rtl" : "ltr";
}

/** ISO 15924 code of the script a BCP 47 language is written in by default, e.g. `Hans` for `zh`, `Hant` for `zh-TW`. */
export function scriptOf(language: string): string {
  const known = scripts.get(language);
  if (known !== undefined) return known;
  const script = new Intl.Locale(language).maximize().script ?? "Latn";
  if (scripts.size < MOST_LANGUAGES) scripts.set(language, script);
  return script;
}

/** Every span of text on a screen asks for its own; a project has two languages, and nobody thousands. */
const scripts = new Map<string, string>();
const MOST_LANGUAGES = 200;

/** Whether a string is a well-formed BCP 47 language tag. */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Whether a language is one of these or a variant of one: `zh-Hant` counts as `zh` too, and case as nothing. */
export function isOneOfLanguages(language: string, wanted: readonly string[]): boolean {
  const tag = `${language.toLowerCase()}-`;
  return wanted.some((each) => tag.startsWith(`${each.toLowerCase()}-`));
}

/** Name of a language in the interface's language, e.g. "Chinese" for `zh`. */
export function languageName(language: string, displayLanguage = "en"): string {
  return new Intl.DisplayNames([displayLanguage], { type: "language" }).of(language) ?? language;
}
