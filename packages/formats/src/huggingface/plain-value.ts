/**
 * A value of a Parquet row as JSON has it: 64-bit integers as numbers, or as text where a number cannot hold them; points in
 * time as text; typed arrays as lists.
 */
export function plainValue(value: unknown): unknown {
  if (typeof value === "bigint") {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
      ? Number(value)
      : String(value);
  }
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue);
  if (ArrayBuffer.isView(value)) {
    return Symbol.iterator in value ? Array.from(value as Iterable<number | bigint>, plainValue) : null;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]));
}
