import { scriptOf } from "@spanbridge/shared";
import type { Answer } from "../ports.ts";
import type { Unusable } from "../prompts/again.ts";
import { withoutThoughts } from "./json.ts";

const REFUSAL =
  /^(?:i(?:'|’)?m (?:really |very )?sorry|i am sorry|sorry,|i (?:can(?:no|'|’)t|am unable|am not able|won(?:'|’)t)|i(?:'|’)m (?:unable|not able)|as an ai|unfortunately, i|my apologies|抱歉|对不起|對不起|很遗憾|我(?:无法|不能)|申し訳|죄송|извините|к сожалению, я|عذر|آسف)/iu;

/** Whether the endpoint or the model declined. Structured answers are never taken for refusals. */
export function isRefusal({ text, finish }: Answer): boolean {
  if (finish === "refused") return true;
  const bare = withoutThoughts(text);
  return !/^[{[]/u.test(bare) && bare.length < 600 && REFUSAL.test(bare);
}

const SCRIPTS: Readonly<Record<string, string>> = {
  Hans: "\\p{Script=Han}",
  Hant: "\\p{Script=Han}",
  Jpan: "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}",
  Kore: "\\p{Script=Hangul}\\p{Script=Han}",
};

const known = new Map<string, RegExp | undefined>();

function lettersOf(language: string): RegExp | undefined {
  const script = scriptOf(language);
  if (!known.has(script)) {
    try {
      known.set(script, new RegExp(`[${SCRIPTS[script] ?? `\\p{Script=${script}}`}]`, "gu"));
    } catch {
      // A script that the engine has no name for: nothing can be said about it.
      known.set(script, undefined);
    }
  }
  return known.get(script);
}

const SAME_TEXT_FROM = 20;

/**
 * Whether a translation is in another language than asked for, as far as scripts tell: fewer than half of its letters
 * belong to the script of the language, or it is the source text over again.
 */
export function isWrongLanguage(translation: string, source: string, language: string): boolean {
  if (translation.length >= SAME_TEXT_FROM && translation.trim() === source.trim()) return true;
  const own = lettersOf(language);
  const letters = translation.match(/\p{L}/gu)?.length ?? 0;
  if (!own || letters < 3) return false;
  return (translation.match(own)?.length ?? 0) < letters / 2;
}

/** The sentence for a stage that got no usable answer, twice. */
export function unusableMessage(problem: Unusable): string {
  switch (problem) {
    case "refused":
      return "The model refused to answer.";
    case "wrong_language":
      return "The model answered in another language.";
    case "unreadable":
      return "The model's answer could not be read.";
    case "empty":
      return "The model's answer was empty.";
    case "cut_off":
      return "The model's answer was cut off at the limit of tokens.";
  }
}
