/** The last column of CoNLL-U: attributes between bars, some of them `key=value`. */
export type Misc = readonly string[];

export const readMisc = (column: string): Misc => (column === "_" || column === "" ? [] : column.split("|"));
export const writeMisc = (misc: Misc): string => (misc.length === 0 ? "_" : misc.join("|"));

/** A value, with the escapes of the format undone; undefined where the key is not there. */
export function attributeOf(misc: Misc, key: string): string | undefined {
  const found = misc.find((attribute) => attribute.startsWith(`${key}=`));
  return found
    ?.slice(key.length + 1)
    .replace(/\\([spntr\\])/g, (_, letter: string) => UNESCAPED[letter] ?? "");
}

/** The key that a word has of those that are meant: where nobody has said which, corpora use NE or NER. */
export const keyIn = (misc: Misc, key: string): string =>
  key === "NE" && attributeOf(misc, "NE") === undefined && attributeOf(misc, "NER") !== undefined
    ? "NER"
    : key;

export const without = (misc: Misc, key: string): Misc =>
  misc.filter((attribute) => !attribute.startsWith(`${key}=`));

/** Puts an attribute behind the others. */
export const withValue = (misc: Misc, key: string, value: string): Misc => [
  ...misc,
  `${key}=${value.replace(/[\\|]/g, (character) => ESCAPED[character] ?? character)}`,
];

const ESCAPED: { readonly [character: string]: string } = { "\\": "\\\\", "|": "\\p" };
const UNESCAPED: { readonly [letter: string]: string } = {
  s: " ",
  p: "|",
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
};
