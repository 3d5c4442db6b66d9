import i18next from "i18next";
import { loadFontFor } from "../fonts.ts";
import { type Catalogue, isLanguage, type Language, languages } from "./languages.ts";
import { type Template, templatesOf } from "./templates.ts";

const KEY = "spanbridge.language";

type Sentences = { readonly all: Catalogue; readonly composed: Catalogue };
const english: Sentences = { all: {}, composed: {} };

const catalogues: Readonly<Record<Language, () => Promise<Sentences>>> = {
  en: () => Promise.resolve(english),
  "zh-Hans": () => import("./zh-hans.ts").then(({ zhHans, composed }) => ({ all: zhHans, composed })),
  ja: () => import("./ja.ts").then(({ ja, composed }) => ({ all: ja, composed })),
  ar: () => import("./ar.ts").then(({ ar, composed }) => ({ all: ar, composed })),
};

/** Arabic with the digits that the data and the keys have, too. */
export const localeOf = (language: Language): string => (language === "ar" ? "ar-u-nu-latn" : language);

let numbers = new Intl.NumberFormat("en");
let templates: readonly Template[] = [];

/** Found once each: a picture asks for hundreds of sentences, and looking one up takes as long as drawing a button. */
const found = new Map<string, string>();
const foundWhole = new Map<string, string>();
const namesOfLanguages = new Map<string, string>();
/** Finished sentences hold names of all kinds. */
const MOST_KEPT = 2000;

function keptIn(kept: Map<string, string>, key: string, find: () => string): string {
  const before = kept.get(key);
  if (before !== undefined) return before;
  const value = find();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, value);
  return value;
}

/** What this person chose in this browser. */
export function chosenLanguage(): Language {
  try {
    const stored = localStorage.getItem(KEY);
    return isLanguage(stored) ? stored : "en";
  } catch {
    return "en";
  }
}

/** Chooses a language and shows everything anew in it. What is not saved yet is kept beside the page and goes on. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  location.reload();
}

/** Before anything is drawn: loads the catalogue, and turns the page to the side its language is read from. */
export async function startLanguage(): Promise<void> {
  const language = chosenLanguage();
  // Without its catalogue (a version went while it was loaded) the page is in English rather than not there.
  const { all, composed } = await catalogues[language]().catch(() => english);
  await i18next.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: all } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  for (const kept of [found, foundWhole, namesOfLanguages]) kept.clear();
  numbers = new Intl.NumberFormat(localeOf(language));
  templates = templatesOf(composed);
  const page = document.documentElement;
  const { direction, font } = languages.find(({ tag }) => tag === language) ?? languages[0];
  page.lang = language;
  page.dir = direction;
  if (font === "") return;
  page.style.setProperty("--interface-font", `"${font}"`);
  void loadFontFor(language);
}

type Values = Readonly<Record<string, string | number>>;
const BLANK = /\{\{(\w+)\}\}/g;

/** A sentence about a number: `{{count}}` in it. English has two forms, given here; other languages have their own. */
export function tn(count: number, one: string, many: string, values: Values = {}): string {
  const sentence = chosenLanguage() === "en" && count === 1 ? one : many;
  return t(sentence, { ...values, count });
}

/** A sentence of the interface in the person's language. English where the catalogue does not have it. */
export function t(sentence: string, values: Values = {}): string {
  return inLanguage(sentence, values.count).replaceAll(BLANK, (blank, name: string) => {
    const value = values[name];
    if (value === undefined) return blank;
    // A count is an amount; other numbers are names of things.
    return name === "count" && typeof value === "number" ? numbers.format(value) : String(value);
  });
}

/** With its blanks still in it. */
function inLanguage(sentence: string, count: string | number | undefined): string {
  if (!i18next.isInitialized) return sentence;
  return typeof count === "number"
    ? keptIn(found, `${count}\n${sentence}`, () => i18next.t(sentence, { count, skipInterpolation: true }))
    : keptIn(found, sentence, () => i18next.t(sentence, { skipInterpolation: true }));
}

/**
 * The same for a finished sentence that was put together elsewhere, by the editor's model or the server: found by the
 * template it was made from. What stands in its blanks stays, but for a blank called `what`, which holds a sentence again.
 */
export function said(sentence: string): string {
  return templates.length === 0 ? sentence : keptIn(foundWhole, sentence, () => saidAnew(sentence));
}

function saidAnew(sentence: string): string {
  if (i18next.exists(sentence)) return t(sentence);
  for (const { pattern, key, names } of templates) {
    const blanks = pattern.exec(sentence);
    if (!blanks) continue;
    const values = names.map((name, index) => {
      const value = blanks[index + 1] ?? "";
      return [
        name,
        name === "what" ? said(value) : name === "count" ? Number(value.replaceAll(",", "")) : value,
      ];
    });
    return t(key, Object.fromEntries(values));
  }
  return sentence;
}

/** A language (BCP 47) as the person's language calls it: "Chinese", "中文". */
export const nameOfLanguage = (tag: string): string =>
  keptIn(
    namesOfLanguages,
    tag,
    () => new Intl.DisplayNames([chosenLanguage()], { type: "language" }).of(tag) ?? tag,
  );
