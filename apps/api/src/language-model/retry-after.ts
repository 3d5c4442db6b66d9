/**
 * How long an endpoint asks to be left alone, in milliseconds: `retry-after-ms`, else `retry-after` in seconds or as a
 * date. Undefined where it says nothing readable.
 */
export function retryAfter(
  headers: Readonly<Record<string, string>> | undefined,
  now: number,
): number | undefined {
  const found = new Map(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value.trim()]),
  );
  const milliseconds = Number(found.get("retry-after-ms") || Number.NaN);
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return milliseconds;
  const value = found.get("retry-after");
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : undefined;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/**
 * How long to wait before the next try (`attempt` counts from 1): what the endpoint asks for, else twice as long as
 * before, with up to half of it added so that many callers do not come back at once. `random` is from [0, 1).
 */
export function waitBefore(attempt: number, asked: number | undefined, random: number): number {
  if (asked !== undefined) return asked;
  const base = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
  return Math.round(base * (1 + random / 2));
}
