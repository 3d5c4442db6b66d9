import { isRecord, type JsonRecord } from "../json.ts";

/**
 * A record with its suggestions and responses by question, as the Python client writes them. The server's interface, and
 * scripts that go by `rg.Suggestion` and `rg.Response`, have lists instead: of suggestions and responses that name their
 * question, or of responses that hold the values of all questions of one person.
 */
export function byQuestion(row: JsonRecord): JsonRecord {
  const { suggestions, responses } = row;
  return {
    ...row,
    ...(Array.isArray(suggestions) && { suggestions: lastOf(suggestions) }),
    ...(Array.isArray(responses) && { responses: listsOf(responses) }),
  };
}

const nameOf = ({ question_name: name }: JsonRecord): string | undefined =>
  typeof name === "string" && name !== "" ? name : undefined;

function lastOf(suggestions: readonly unknown[]): JsonRecord {
  const named = suggestions.flatMap((each) => {
    const name = isRecord(each) ? nameOf(each) : undefined;
    return name === undefined ? [] : [[name, each] as const];
  });
  return Object.fromEntries(named);
}

function listsOf(responses: readonly unknown[]): JsonRecord {
  const byName = new Map<string, unknown[]>();
  const add = (name: string, response: unknown): void => {
    const known = byName.get(name);
    if (known) known.push(response);
    else byName.set(name, [response]);
  };
  for (const response of responses) {
    if (!isRecord(response)) continue;
    const name = nameOf(response);
    if (name !== undefined) add(name, response);
    const { status, user_id, values } = response;
    if (!isRecord(values)) continue;
    for (const [question, answer] of Object.entries(values)) {
      if (isRecord(answer)) add(question, { status, user_id, value: answer.value });
    }
  }
  return Object.fromEntries(byName);
}
