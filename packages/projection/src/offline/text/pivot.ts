import { fold } from "./fold.ts";

/** A word of the pivot text, with offsets in code points. */
export type PivotToken = {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly capital: boolean;
  readonly allCapitals: boolean;
  /** A function word: it need not be explained by the source. */
  readonly stop: boolean;
};

const STOP = new Set(
  "the of and a an in on for at to de la le du des von van der den di da del el al y e et und 's".split(" "),
);

/** With a capital these belong to a name: De Gaulle, Von Bellingshausen. */
const NAME_PARTICLE = /^(?:De|La|Le|Du|Des|Von|Van|Der|Den|Di|Da|Del|Al|El)$/u;

const TOKEN = /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[^\s]/gu;
const POSSESSIVE = /['’]s$/iu;

/** Words, dotted acronyms, numbers and single marks; the possessive is cut off, hyphens separate. */
export function pivotTokens(value: string): PivotToken[] {
  const tokens: PivotToken[] = [];
  let unit = 0;
  let point = 0;
  for (const match of value.matchAll(TOKEN)) {
    for (; unit < match.index; unit += (value.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1) point++;
    const surface = match[0];
    const possessive = POSSESSIVE.test(surface) && surface.length > 2;
    const core = possessive ? surface.slice(0, -2) : surface;
    tokens.push(token(core, point));
    if (possessive) tokens.push(token(surface.slice(-2), point + [...core].length));
  }
  return tokens;
}

function token(surface: string, start: number): PivotToken {
  const folded = fold(surface).replace(/^((?:\p{L}\.)+)$/u, (dotted) => dotted.replaceAll(".", ""));
  const letters = surface.replace(/[^\p{L}]/gu, "");
  return {
    start,
    end: start + [...surface].length,
    folded,
    capital: /^\p{Lu}/u.test(surface),
    allCapitals: letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
    stop: (STOP.has(folded) && !NAME_PARTICLE.test(surface)) || (letters === "" && !/\p{N}/u.test(surface)),
  };
}

/** Key under which a name is looked up: its folded words without article and marks. */
export function nameKey(value: string): string {
  return pivotTokens(value)
    .filter((one) => /[\p{L}\p{N}]/u.test(one.folded) && one.folded !== "the" && one.folded !== "'s")
    .map((one) => one.folded)
    .join(" ");
}
