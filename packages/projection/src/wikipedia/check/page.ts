/** Behind a title, in brackets: a page that only lists what has the name, as the Wikipedias mark it. */
const LISTS = new RegExp(
  `[(（]\\s*(?:${[
    "disambiguation",
    "消歧义",
    "消歧義",
    "曖昧さ回避",
    "동음이의",
    "توضيح",
    "ابهام‌زدایی",
    "значения",
    "значення",
    "แก้ความกำกวม",
    "बहुविकल्पी",
    "פירושונים",
    "მრავალმნიშვნელოვანი",
    "Begriffsklärung",
    "homonymie",
    "desambiguación",
    "định hướng",
  ].join("|")})\\s*[)）]\\s*$`,
  "iu",
);

/** English pages about a name as such, and lists. */
const ABOUT_NAMES = /\((?:sur|given |family |first )?names?(?: and [\w ]+)?\)$|^(?:Lists? of|Index of) /iu;

/** Articles about a year, a century or a day, in the languages' ways of writing them. */
const DATES =
  /^(?:前|公元前)?\d+\s*(?:年代?|년|年|世紀|世纪|세기|год|рік|წელი|في|AD|BC|م|ق م)?$|^\d+月\d+日$|^(?:عام|พ\.ศ\.|ค\.ศ\.)\s*\d+$/u;

export const isListTitle = (title: string): boolean => LISTS.test(title);

/**
 * Whether a page, by its titles on both sides, can be about one thing that has this name: not a list, not a page about
 * a name as such, and not one about a year unless the name is one.
 */
export function isAboutOneThing(name: string, englishTitle: string, title: string): boolean {
  if (ABOUT_NAMES.test(englishTitle) && !ABOUT_NAMES.test(name)) return false;
  return !DATES.test(title) || /\d/u.test(name);
}
