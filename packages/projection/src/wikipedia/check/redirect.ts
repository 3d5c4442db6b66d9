import { Text } from "@spanbridge/shared";
import { place } from "../../place/place.ts";
import { nameWords } from "./words.ts";

/** What makes it believable that a name that leads to a page of another title means that page. */
export type RedirectGrounds = "same_name" | "initials" | "part_of_title" | "in_introduction";

/**
 * Whether the page a name leads to is about what the name means: it is the same but for case, accents and punctuation,
 * its initials, some of its words, or a name that the page's introduction gives. Otherwise a redirect only says that
 * somebody wrote about the name there, as about a firm on the page of its founder or of a year. `introduction` is
 * undefined where it is not known.
 */
export function redirectGrounds(
  name: string,
  title: string,
  introduction: string | undefined,
): RedirectGrounds | undefined {
  const [asked, found] = [nameWords(name), nameWords(title)];
  if (asked.length === 0 || found.length === 0) return undefined;
  if (asked.join("") === found.join("")) return "same_name";
  if (isInitialsOf(asked, found)) return "initials";
  if (asked.every((word) => found.includes(word))) return "part_of_title";
  if (introduction === undefined) return undefined;
  const placed = place(new Text(introduction), name.replace(/^the\s+/iu, ""));
  return placed && placed.by !== "longest_run" ? "in_introduction" : undefined;
}

const SMALL = new Set(["of", "the", "and", "for", "in", "de", "la", "du", "des", "und", "der"]);

function isInitialsOf(asked: readonly string[], found: readonly string[]): boolean {
  const short = asked.join("");
  if (asked.some((word) => word.length > 1) && asked.length > 1) return false;
  const initials = (words: readonly string[]): string => words.map(([first = ""]) => first).join("");
  return (
    short.length >= 2 &&
    (short === initials(found) || short === initials(found.filter((word) => !SMALL.has(word))))
  );
}
