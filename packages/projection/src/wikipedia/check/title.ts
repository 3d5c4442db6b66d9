import { type Range, scriptOf, Text } from "@spanbridge/shared";
import type { WikipediaStep } from "@spanbridge/shared/contracts";
import { matchCopy, type Normaliser, normalisers } from "../../place/normalise.ts";
import { place } from "../../place/place.ts";
import { withMiddleNames } from "./middle-names.ts";
import { isSameButForAccents, isSamePunctuation } from "./surface.ts";

/** A title as a name, and what was done to it. */
type TitleForm = { readonly name: string; readonly steps: readonly WikipediaStep[] };

/** Where a title stands in a text. `name` is the title as a name; `steps` are what explains the difference, in order. */
export type TitleMatch = {
  readonly range: Range;
  readonly name: string;
  readonly steps: readonly WikipediaStep[];
};

type NameMatch = Omit<TitleMatch, "name">;

const BRACKETS = /\s*[(（][^()（）]*[)）]\s*$/u;
const COMMA = /^([^,،、]+)[,،]\s*(.+)$/u;

/** Where articles about people are called "Family, Given": what stands behind the comma is part of the name there. */
const FAMILY_NAME_FIRST = new Set(["ru", "be", "os", "ab", "kv", "udm", "cv", "ba", "tt", "sah"]);

/** The forms a title is looked for in: as it stands, without its disambiguator, in spoken order, without what follows a comma. */
export function titleForms(title: string, language: string): TitleForm[] {
  const forms: TitleForm[] = [{ name: title, steps: [] }];
  const bare = title.replace(BRACKETS, "");
  const bracketed = bare !== title && bare !== "";
  if (bracketed) forms.push({ name: bare, steps: ["brackets_removed"] });
  const before: readonly WikipediaStep[] = bracketed ? ["brackets_removed"] : [];
  const comma = COMMA.exec(bare);
  if (comma) {
    const [, family = "", rest = ""] = comma;
    forms.push({ name: `${rest} ${family}`, steps: [...before, "name_order"] });
    if (!FAMILY_NAME_FIRST.has(new Intl.Locale(language).language)) {
      forms.push({ name: family, steps: [...before, "part_after_comma_removed"] });
    }
  }
  return forms;
}

/**
 * Finds a title in the introduction of its article: letter by letter, else in a form that named steps explain. A title
 * that stands only inside of other words counts where the language writes no spaces, or where the word is a form of it.
 */
export function findTitle(text: string, title: string, language: string): TitleMatch | undefined {
  const whole = new Text(text);
  const forms = titleForms(title, language);
  for (const find of [findName, withMiddleNames]) {
    for (const { name, steps } of forms) {
      const found = find(whole, name, language);
      if (found) return { range: found.range, name, steps: [...steps, ...found.steps] };
    }
  }
  return undefined;
}

function findName(text: Text, name: string, language: string): NameMatch | undefined {
  const spaceless = writesNoSpaces(language);
  const placed = place(text, name, { language, wholeWords: !spaceless });
  const range = placed?.occurrences[0];
  // The longest run leaves out letters: that is no form of the title.
  if (!placed || !range || placed.by === "longest_run") return undefined;
  const surface = text.slice(range);
  if (placed.by === "inflection") {
    return spaceless || !isSamePunctuation(surface, name) ? undefined : { range, steps: ["inflection"] };
  }
  const steps = stepsBehind(text, name, placed.normalised);
  // A range cuts no cluster, so it may have taken in marks behind the last letter.
  const use = new Set(steps);
  const isSame = matchCopy(surface, use).text === matchCopy(name, use).text;
  if (isSame && !use.has("marks")) return { range, steps };
  if (!isSameButForAccents(surface, name)) return undefined;
  return { range, steps: normalisers.filter((step) => use.has(step) || step === "marks") };
}

/** Of the foldings that were switched on together, only those without which the name is not found. */
function stepsBehind(text: Text, name: string, used: readonly Normaliser[]): readonly Normaliser[] {
  const needed = new Set(used);
  for (const step of used) {
    needed.delete(step);
    const [haystack, needle] = [matchCopy(text.value, needed).text, matchCopy(name, needed).text];
    if (!haystack.includes(needle)) needed.add(step);
  }
  return used.filter((step) => needed.has(step));
}

const writesNoSpaces = (language: string): boolean =>
  ["Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"].includes(scriptOf(language));
