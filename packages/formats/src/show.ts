const SHOWN = 40;

/** A value as it may stand in a sentence: short, on one line, with control characters made visible. */
export function show(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(shorten(value));
    case "number":
    case "boolean":
      return String(value);
    default:
      return kindOf(value);
  }
}

/** The first characters of a text, never half of one. */
export function shorten(value: string, limit = SHOWN): string {
  if (value.length <= limit) return value;
  const unit = value.charCodeAt(limit - 1);
  const end = unit >= 0xd800 && unit < 0xdc00 ? limit - 1 : limit;
  return `${value.slice(0, end)}…`;
}

/** What a JSON value is, with its article: "a list". */
export function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "a string";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "an object";
  }
}
