/** Characters that are no part of a file's name somewhere, or mean something in ours. */
const UNSAFE = /[%/\\:*?"<>|\p{Cc}]|^\.|\.$|^_/gu;

const encode = (name: string): string =>
  name.replace(UNSAFE, (character) =>
    [...encodeUtf8(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const MAX_NAME = 150;

/**
 * The path of a segment's files without their extension: a folder for the document, a name for the id. A name that
 * begins with `_` is a number of ours: the segment has no id, or one that is too long to be a name.
 */
export function pathOf(
  { id, document }: { readonly id: string | null; readonly document: string | null },
  number: number,
  tooLong: (name: string) => void,
): string {
  const fit = (name: string): string | undefined => {
    const encoded = encode(name);
    if (encoded.length <= MAX_NAME) return encoded;
    tooLong(name);
    return undefined;
  };
  const name = (id === null ? undefined : fit(id)) ?? `_${String(number).padStart(6, "0")}`;
  const folder = document === null ? undefined : fit(document);
  return folder === undefined ? name : `${folder}/${name}`;
}

export const idOf = (name: string): string | null => (name.startsWith("_") ? null : decode(name));
export const documentOf = (folder: string): string | null => (folder === "" ? null : decode(folder));
