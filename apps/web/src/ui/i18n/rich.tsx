import { Fragment, type ReactNode } from "react";
import { t } from "./t.ts";

type RichProps = { readonly sentence: string; readonly parts: Readonly<Record<string, ReactNode>> };

const BLANK = /\{\{(\w+)\}\}/;

/** A sentence of the interface whose blanks are filled with more than words, in the order of the person's language. */
export function Rich({ sentence, parts }: RichProps) {
  const blanks = Object.fromEntries(Object.keys(parts).map((name) => [name, `{{${name}}}`]));
  return t(sentence, blanks)
    .split(BLANK)
    .map((piece, index) =>
      // Every other piece is a blank's name; each place of a sentence is a part of its own.
      index % 2 === 0 ? piece : <Fragment key={piece}>{parts[piece]}</Fragment>,
    );
}
