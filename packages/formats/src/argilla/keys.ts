export const SOURCE_FIELD = "source_text";
export const PIVOT_FIELD = "english_text";
export const SOURCE_QUESTION = "source_spans";
export const PIVOT_QUESTION = "english_spans";

/** Keys of the metadata with a meaning of their own. */
export const ARGILLA_METADATA: ReadonlySet<string> = new Set(["document", "source_lang", "reason"]);
export const SPAN_KEYS: ReadonlySet<string> = new Set(["start", "end", "label", "score"]);
