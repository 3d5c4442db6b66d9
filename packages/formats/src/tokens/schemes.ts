import type { TokenSpan } from "./fit.ts";

/** How the tags of an entity's tokens begin. IOB1 has B only where it is needed to part two entities of one label. */
export const tagSchemes = ["iob2", "iob1", "bioes", "bilou"] as const;
export type TagScheme = (typeof tagSchemes)[number];

export const schemeChoices = [
  { value: "iob2", title: "IOB2: B-, I-, O" },
  { value: "iob1", title: "IOB1: B- only between two of the same label (original CoNLL-2003)" },
  { value: "bioes", title: "BIOES: with S- and E-" },
  { value: "bilou", title: "BILOU: with U- and L-" },
] as const;

export type Tag = { readonly begins: boolean; readonly ends: boolean; readonly label: string };

const PREFIXES: { readonly [prefix: string]: Omit<Tag, "label"> } = {
  B: { begins: true, ends: false },
  S: { begins: true, ends: true },
  U: { begins: true, ends: true },
  I: { begins: false, ends: false },
  M: { begins: false, ends: false },
  E: { begins: false, ends: true },
  L: { begins: false, ends: true },
};

/** Reads a tag of any scheme; null for O, undefined for what is none. */
export function readTag(tag: string): Tag | null | undefined {
  if (tag === "O") return null;
  const facts = tag[1] === "-" && tag.length > 2 ? PREFIXES[tag[0] ?? ""] : undefined;
  return facts && { ...facts, label: tag.slice(2) };
}

/** One tag for each of `count` tokens. The spans are apart from each other and in order. */
export function tagsOf(count: number, spans: readonly TokenSpan[], scheme: TagScheme): string[] {
  const tags = Array<string>(count).fill("O");
  let before: TokenSpan | undefined;
  for (const token of spans) {
    const { from, to, span } = token;
    const touches = before?.to === from && before.span.label === span.label;
    for (let at = from; at < to; at++) {
      tags[at] = `${prefixOf(scheme, at === from, at === to - 1, touches)}-${span.label}`;
    }
    before = token;
  }
  return tags;
}

function prefixOf(scheme: TagScheme, first: boolean, last: boolean, touches: boolean): string {
  switch (scheme) {
    case "iob2":
      return first ? "B" : "I";
    case "iob1":
      return first && touches ? "B" : "I";
    case "bioes":
      return first ? (last ? "S" : "B") : last ? "E" : "I";
    case "bilou":
      return first ? (last ? "U" : "B") : last ? "L" : "I";
  }
}
