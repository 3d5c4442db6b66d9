import type { Catalogue } from "./languages.ts";

/** A sentence with blanks, and how to find what stood in them. `names`: the blanks in their order. */
export type Template = { readonly key: string; readonly names: readonly string[]; readonly pattern: RegExp };

const BLANK = /\{\{(\w+)\}\}/g;
const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/** The catalogue's sentences with blanks, those with the most words of their own first: they say most surely what they are. */
export function templatesOf(catalogue: Catalogue): readonly Template[] {
  const keys = new Set(Object.keys(catalogue).map((key) => key.replace(PLURAL, "")));
  return [...keys]
    .filter((key) => key.includes("{{") && !isVague(key))
    .sort((a, b) => own(b) - own(a))
    .map((key) => ({
      key,
      names: [...key.matchAll(BLANK)].map(([, name]) => name ?? ""),
      pattern: new RegExp(
        `^${key
          .split(BLANK)
          .map((part, index) =>
            index % 2 === 0 ? escaped(part) : part === "count" ? "(\\d[\\d,]*)" : "(.+?)",
          )
          .join("")}$`,
        "su",
      ),
    }));
}

/** "{{a}} and {{b}}" fits half of all sentences: such a one is only ever translated where it is made. */
const isVague = (key: string): boolean => /^\{\{(?!count)/.test(key) && own(key) < 12;

const own = (key: string): number => key.replaceAll(BLANK, "").length;
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
