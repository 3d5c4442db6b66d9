import { CLASS_NOUNS, CLOSING } from "../data/class-nouns.ts";
import type { NameIndex } from "./lexicon.ts";

/** Words for kinds of places and bodies inside names. */
export function addClassNouns(index: NameIndex, base: string): void {
  for (const entry of (CLASS_NOUNS[base] ?? "").split(";")) {
    const [english = "", ...forms] = entry.split(" ");
    for (const word of english.split(",")) for (const form of forms) index.add(word, form, "class");
  }
}

const closing = new Map<string, ReadonlySet<string>>();

/** What may close a name in a language: 河, 市, 公司 … */
export function closingNouns(base: string): ReadonlySet<string> {
  let known = closing.get(base);
  if (!known) {
    known = new Set((CLOSING[base] ?? "").split(" ").filter((noun) => noun !== ""));
    closing.set(base, known);
  }
  return known;
}
