import { NOT_EXPRESSED } from "../prompts/locate.ts";
import { withoutThoughts } from "./json.ts";

/** A text that was asked for "alone": without fences, emphasis, an announcement before it and quotation marks around it. */
export function plainText(answer: string): { readonly text: string; readonly repaired: boolean } {
  const bare = withoutThoughts(answer);
  const fenced = /```[\w-]*\n?([\s\S]*?)(?:```|$)/u.exec(bare)?.[1] ?? bare;
  const cleaned = unquoted(withoutAnnouncement(fenced.replaceAll("**", "").trim()));
  return { text: cleaned, repaired: cleaned !== answer.trim() };
}

const ANNOUNCEMENT =
  /^(?:sure|certainly|of course|okay|ok|here(?:'s| is| are)|the (?:final|translated|result|translation|answer)|final|translation|result|answer)\b[^\n]{0,80}?[:：]\s*\n*/iu;

function withoutAnnouncement(text: string): string {
  const rest = text.replace(ANNOUNCEMENT, "");
  return rest.trim() === "" ? text : rest.trim();
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ["“", "”"],
  ["‘", "’"],
  ["「", "」"],
  ["『", "』"],
  ["«", "»"],
  ["`", "`"],
];

function unquoted(text: string): string {
  for (const [open, close] of PAIRS) {
    const inner = text.slice(open.length, -close.length);
    if (
      text.length > 2 &&
      text.startsWith(open) &&
      text.endsWith(close) &&
      !inner.includes(open) &&
      !inner.includes(close)
    ) {
      return inner.trim();
    }
  }
  return text;
}

export const isNotExpressed = (phrase: string): boolean =>
  phrase.trim() === "" ||
  phrase.replace(/[.。"'“”\s]/gu, "").toUpperCase() === NOT_EXPRESSED ||
  /^(?:null|n\/a|not (?:found|present|expressed|in the text))\.?$/iu.test(phrase.trim());

/**
 * What an answer to "the phrase alone" may mean, best first: the whole, its last line, what stands in quotation marks in
 * it, what follows a colon. The caller takes the first that is in the sentence.
 */
export function phrasesIn(answer: string): readonly string[] {
  const { text } = plainText(answer);
  const lines = text.split("\n").map((line) => line.replace(/^(?:[-*•]|\d+[.)])\s*/u, "").trim());
  const filled = lines.filter((line) => line !== "");
  const quoted = [...text.matchAll(/["“「『«‘'`]([^"”」』»’'`\n]{1,200})["”」』»’'`]/gu)].map(
    (match) => match[1] ?? "",
  );
  const afterColon = filled.flatMap((line) => line.split(/[:：]\s*/u).slice(1, 2));
  const all = [text, filled.at(-1) ?? "", ...quoted, ...afterColon, filled[0] ?? ""].flatMap((one) => {
    const bare = unquoted(one.trim());
    return [bare, bare.replace(/[.。．,，;；!！?？]+$/u, "").trim()];
  });
  return [...new Set(all)].filter((one) => one !== "");
}
