/** Names in what we write: of the texts in `data` and of the tags in the labelling configuration alike. */
export const SOURCE_KEY = "source_text";
export const PIVOT_KEY = "english_text";
export const SOURCE_LABELS = "source_label";
export const PIVOT_LABELS = "english_label";
export const RELATION = "projects_to";

/** Keys of `data` with a meaning; the others are metadata. */
export const DATA_KEYS: ReadonlySet<string> = new Set([
  SOURCE_KEY,
  PIVOT_KEY,
  "segment_id",
  "document",
  "source_lang",
]);

export const REGION_KEYS: ReadonlySet<string> = new Set([
  "id",
  "from_name",
  "to_name",
  "type",
  "score",
  "value",
]);
