const SOURCE_NAMES = ["source_text", "source", "src", "text"];
const PIVOT_NAMES = ["english_text", "english", "en", "translation", "pivot", "target", "tgt"];

export type FoundTexts = {
  readonly keys: { readonly source: string; readonly pivot: string | undefined };
  readonly sourceText: string;
  /** "" where there is but one text. */
  readonly pivotText: string;
};

/** Both texts of an object, where `textKeys` finds them; undefined where nothing in it is a text. */
export function readTexts(
  object: { readonly [key: string]: unknown },
  reserved: ReadonlySet<string>,
): FoundTexts | undefined {
  const { source, pivot } = textKeys(object, reserved);
  const sourceText = source === undefined ? undefined : object[source];
  const pivotText = pivot === undefined ? "" : object[pivot];
  return source !== undefined && typeof sourceText === "string" && typeof pivotText === "string"
    ? { keys: { source, pivot }, sourceText, pivotText }
    : undefined;
}

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
