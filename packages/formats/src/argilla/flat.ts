import { textKeys } from "../foreign/text-keys.ts";
import type { JsonRecord } from "../json.ts";

const QUESTION = /^(.+)\.(suggestion|responses)(?:\.(score|agent|users|status))?$/;
/** What Argilla writes beside fields, metadata and answers. */
const BOOKKEEPING: ReadonlySet<string> = new Set(
  "id status _server_id fields metadata inserted_at updated_at".split(" "),
);
/** Never texts, though they are strings. */
const ABOUT: ReadonlySet<string> = new Set("document source_lang reason split".split(" "));

/** A row of `records.to_list(flatten=True)` or of `records.to_datasets()`: a column each, questions as `NAME.suggestion`. */
export const isFlat = (row: JsonRecord): boolean =>
  row.fields === undefined && Object.keys(row).some((key) => QUESTION.test(key));

/** The same as a record with its parts. Which columns were fields is not said: the two texts are, the rest is metadata. */
export function unflattened(row: JsonRecord): JsonRecord {
  const answers = new Map<string, Map<string, unknown>>();
  const columns: [string, unknown][] = [];
  for (const [key, value] of Object.entries(row)) {
    const [, question, kind, part = "value"] = QUESTION.exec(key) ?? [];
    if (question === undefined) {
      if (!BOOKKEEPING.has(key) && value !== null) columns.push([key, value]);
      continue;
    }
    const parts = answers.get(question) ?? new Map<string, unknown>();
    answers.set(question, parts.set(`${kind}.${part}`, value));
  }
  const { source, pivot } = textKeys(Object.fromEntries(columns), ABOUT);
  const isField = ([key]: [string, unknown]): boolean => key === source || key === pivot;
  const suggestions: [string, unknown][] = [];
  const responses: [string, unknown][] = [];
  for (const [question, parts] of answers) {
    const value = parts.get("suggestion.value");
    if (Array.isArray(value)) {
      suggestions.push([question, { value, score: parts.get("suggestion.score") }]);
    }
    const [values, users, states] = ["value", "users", "status"].map((part) =>
      parts.get(`responses.${part}`),
    );
    if (!Array.isArray(values)) continue;
    const at = (list: unknown, index: number): unknown => (Array.isArray(list) ? list[index] : undefined);
    const each = values.map((answer: unknown, index) => ({
      value: answer,
      user_id: at(users, index),
      status: at(states, index),
    }));
    responses.push([question, each]);
  }
  return {
    id: row.id,
    fields: Object.fromEntries(columns.filter(isField)),
    metadata: Object.fromEntries(columns.filter((column) => !isField(column))),
    suggestions: Object.fromEntries(suggestions),
    responses: Object.fromEntries(responses),
  };
}
