import { TITLES } from "../data/titles.ts";
import { fold } from "../text/fold.ts";

/** Folded titles of a language. */
export type Titles = { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };

const read = (list = ""): ReadonlySet<string> =>
  new Set(
    list
      .split(" ")
      .filter((title) => title !== "")
      .map(fold),
  );
const known = new Map<string, Titles>();

export function titlesOf(base: string): Titles {
  let titles = known.get(base);
  if (!titles) {
    const { before, after } = TITLES[base] ?? {};
    titles = { before: read(before), after: read(after) };
    known.set(base, titles);
  }
  return titles;
}
