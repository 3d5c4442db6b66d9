import { CITIES, CITIES_EN } from "../data/cities.ts";
import { DEMONYMS } from "../data/demonyms.ts";
import type { NameIndex } from "./lexicon.ts";

const AREAS =
  "001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202 419".split(
    " ",
  );

/** Short English names that CLDR's long style does not give. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  US: ["US", "U.S.", "USA", "America", "United States of America", "States"],
  GB: ["UK", "U.K.", "Britain", "Great Britain"],
  AE: ["UAE"],
  CN: ["People's Republic of China", "PRC"],
  TW: ["Republic of China"],
  CZ: ["Czech Republic"],
  MM: ["Burma"],
  TR: ["Turkey"],
  CI: ["Ivory Coast"],
  KR: ["Korea", "Republic of Korea"],
  RU: ["Russian Federation"],
  NL: ["Holland"],
  EU: ["EU", "European Union"],
  UN: ["UN", "United Nations"],
  PS: ["Palestine"],
  CD: ["Democratic Republic of the Congo"],
  MK: ["Macedonia"],
  HK: ["Hong Kong"],
  MO: ["Macau"],
  BA: ["Bosnia"],
  VA: ["Vatican"],
};

/** Names of countries, parts of the world and cities in a language, from CLDR: the run time's own, and the shipped table of cities. */
export function addCldrNames(index: NameIndex, language: string, pivotLanguage: string): void {
  const locales = localesOf(language);
  const codes = regionCodes();
  for (const locale of locales) {
    for (const style of ["long", "short"] as const) {
      const there = new Intl.DisplayNames([locale], { type: "region", style, fallback: "none" });
      const here = new Intl.DisplayNames([pivotLanguage], {
        type: "region",
        style: "long",
        fallback: "none",
      });
      const hereShort = new Intl.DisplayNames([pivotLanguage], {
        type: "region",
        style: "short",
        fallback: "none",
      });
      for (const code of codes) {
        const source = there.of(code);
        if (source === undefined) continue;
        const pivots = new Set([
          here.of(code),
          hereShort.of(code),
          ...(pivotLanguage.startsWith("en") ? (ALIASES[code] ?? []) : []),
        ]);
        for (const pivot of pivots) if (pivot !== undefined) addRegion(index, pivot, source);
      }
      if (pivotLanguage.startsWith("en")) addDemonyms(index, (code) => there.of(code));
    }
    addCities(index, locale, pivotLanguage);
  }
}

function addRegion(index: NameIndex, pivot: string, source: string): void {
  index.add(pivot, source, "region");
  if (pivot.includes(" & ")) index.add(pivot.replaceAll(" & ", " and "), source, "region");
}

function addDemonyms(index: NameIndex, nameOf: (code: string) => string | undefined): void {
  for (const entry of DEMONYMS.split(",")) {
    const [code = "", ...adjectives] = entry.split(" ");
    const source = nameOf(code);
    if (source === undefined) continue;
    const joined = code === "KP" || code === "KR" || code === "ZA" || code === "LK" || code === "NZ";
    for (const adjective of joined ? [adjectives.slice(0, 2).join(" ")] : adjectives)
      index.add(adjective, source, "demonym");
  }
}

function addCities(index: NameIndex, locale: string, pivotLanguage: string): void {
  const there = CITIES[locale]?.split("|");
  const here = pivotLanguage.startsWith("en")
    ? CITIES_EN.split("|")
    : (CITIES[pivotLanguage]?.split("|") ?? []);
  if (!there) return;
  for (let place = 0; place < here.length; place++) {
    const pivot = here[place] ?? "";
    const source = there[place] ?? "";
    if (pivot !== "" && source !== "")
      index.add(pivot.replace(/, .*$/, ""), source.replace(/[,，、] ?.*$/u, ""), "city");
  }
}

/** The language as CLDR has it; Chinese in both of its scripts, because names differ between them. */
function localesOf(language: string): string[] {
  const base = new Intl.Locale(language).language;
  return base === "zh" ? ["zh", "zh-Hant"] : [base];
}

let codes: readonly string[] | undefined;

function regionCodes(): readonly string[] {
  if (codes) return codes;
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const found: string[] = [];
  for (let a = 65; a <= 90; a++) {
    for (let b = 65; b <= 90; b++) {
      const code = String.fromCharCode(a, b);
      if (names.of(code) !== undefined && !/^(?:ZZ|XA|XB|EZ|QO)$/.test(code)) found.push(code);
    }
  }
  codes = [...found, ...AREAS];
  return codes;
}
