const SOURCE_NAMES = ["source_text", "source", "src", "text"];
const PIVOT_NAMES = ["english_text", "english", "en", "translation", "pivot", "target", "tgt"];

/** Which keys of an object hold the two texts: by usual names, else the first string (no `reserved` key) is the source. */
export function textKeys(
  object: { readonly [key: string]: unknown },
  reserved: ReadonlySet<string>,
): { readonly source: string | undefined; readonly pivot: string | undefined } {
  const isText = (key: string) => Object.hasOwn(object, key) && typeof object[key] === "string";
  const pivot = PIVOT_NAMES.find(isText);
  const free = (key: string) => key !== pivot && !reserved.has(key) && isText(key);
  const source = SOURCE_NAMES.find(isText) ?? Object.keys(object).find(free);
  return source === undefined ? { source: pivot, pivot: undefined } : { source, pivot };
}
