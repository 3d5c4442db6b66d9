/** The key of our own section in a row: what the described format has no place for. See the package's README. */
export const EXTENSION_KEY = "spanbridge";
export const EXTENSION_VERSION = 1;

/** The keys with a meaning; every other key of a row is metadata. */
export const ROW_KEYS: ReadonlySet<string> = new Set([
  "id",
  "doc",
  "source_lang",
  "source_text",
  "english_text",
  "source_tokens",
  "source_token_offsets",
  "english_tokens",
  "english_token_offsets",
  "source_entities",
  "english_entities",
  "links",
  EXTENSION_KEY,
]);

export const ENTITY_KEYS: ReadonlySet<string> = new Set(["id", "start", "end", "label", "text", "score"]);
