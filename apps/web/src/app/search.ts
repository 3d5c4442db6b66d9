import { type QueueFilter, queueFilterSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";

type SearchValue = string | readonly string[];

/** `?state=pending&state=skipped&q=12` ↔ `{state: ["pending", "skipped"], q: "12"}`: readable addresses, strings stay strings. */
export function parseSearch(search: string): Record<string, SearchValue> {
  const params = new URLSearchParams(search);
  const result: Record<string, SearchValue> = {};
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    result[key] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return result;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== "" && item !== false)
        params.append(key, String(item));
    }
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? undefined : Array.isArray(value) ? value : [value]),
    z.array(item).optional(),
  );
const flag = z.preprocess(
  (value) => (value === "true" || value === true ? true : undefined),
  z.literal(true).optional(),
);

const { states, document, text } = queueFilterSchema.shape;

/** The review queue's filter as it stands in the address; what cannot be understood is left out. */
export const reviewSearchSchema = z.object({
  state: listOf(states.unwrap().element).catch(undefined),
  flagged: flag,
  document: document.catch(undefined),
  q: text.catch(undefined),
});
export type ReviewSearch = z.output<typeof reviewSearchSchema>;

export const filterOf = (search: ReviewSearch): QueueFilter => ({
  states: search.state ?? [],
  ...(search.flagged ? { flagged: true } : {}),
  ...(search.document === undefined ? {} : { document: search.document }),
  ...(search.q ? { text: search.q } : {}),
});

export const searchOf = (filter: QueueFilter): ReviewSearch => ({
  state: filter.states.length > 0 ? filter.states : undefined,
  flagged: filter.flagged ? true : undefined,
  document: filter.document,
  q: filter.text || undefined,
});

export const projectsSearchSchema = z.object({ archived: flag });

export const settingsSections = ["general", "labels", "guidelines", "members"] as const;
export const settingsSearchSchema = z.object({
  section: z.enum(settingsSections).optional().catch(undefined),
});
