import { fold } from "../../offline/text/fold.ts";

/** The words of an English name for comparing: lower case, without accents, punctuation and a bracketed disambiguator. */
export const nameWords = (name: string): string[] =>
  fold(name.replace(/\s*\([^()]*\)\s*$/u, ""))
    .replace(/(?<=\p{L})\.(?=\p{L}|$)/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
