const QUOTED = `("(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*')`;
const asIs = new RegExp(`(?:\\bt\\(\\s*|\\bsentence=)${QUOTED}`, "g");
const counted = new RegExp(`\\btn\\(\\s*[^"']*?,\\s*${QUOTED},\\s*${QUOTED}`, "g");
const plurals = new RegExp(`\\bplural\\(\\s*[^"'\`]*?,\\s*${QUOTED}(?:,\\s*${QUOTED})?`, "g");

/** The sentences that a source asks the catalogues for: of two English forms of number the one for many. */
export function sentencesIn(source: string): string[] {
  return [
    ...[...source.matchAll(asIs)].map(([, sentence]) => unquoted(sentence)),
    ...[...source.matchAll(counted)].map(([, , many]) => unquoted(many)),
    ...[...source.matchAll(plurals)].map(
      ([, one, many]) => `{{count}} ${many === undefined ? `${unquoted(one)}s` : unquoted(many)}`,
    ),
  ];
}

function unquoted(literal = '""'): string {
  const inside = literal.slice(1, -1).replaceAll("\\'", "'");
  return JSON.parse(literal.startsWith("'") ? `"${inside.replaceAll('"', '\\"')}"` : literal);
}

/** Attributes whose text a person reads. */
const READ = new Set([
  ...["label", "title", "aria-label", "placeholder", "alt", "description", "hint", "subtitle", "caption"],
  ...["leaveLabel", "stayLabel", "confirmLabel"],
]);

/** Names of programs and formats, keys, codes: the same in every language. */
const NAMES = new Set([
  ...[
    "Spanbridge",
    "npx spanbridge link",
    "Aa",
    "SHA-256",
    "JSONL",
    "you@example.org",
    "spanbridge",
    "/api/v1/openapi.json",
  ],
]);

/** Whether a text says something: two letters in a row, and no name that is the same everywhere. */
export const isSentence = (text: string): boolean => /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());

/** Texts that stand in the markup of a page (ESTree with JSX) as they are. */
export function literalsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literalsIn);
  if (typeof node !== "object" || node === null) return [];
  const own = shown(node);
  return own === undefined ? Object.values(node).flatMap(literalsIn) : isSentence(own) ? [own.trim()] : [];
}

function shown(node: object): string | undefined {
  if (!("type" in node)) return undefined;
  if (node.type === "JSXText" && "value" in node) return String(node.value);
  if (node.type !== "JSXAttribute" || !("name" in node) || !("value" in node)) return undefined;
  const [name, value] = [node.name, node.value];
  const isRead = typeof name === "object" && name !== null && "name" in name && READ.has(String(name.name));
  const text = typeof value === "object" && value !== null && "value" in value ? value.value : undefined;
  return isRead && typeof text === "string" ? text : undefined;
}
