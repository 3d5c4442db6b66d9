import type { ForeignLose } from "../foreign/losses.ts";
import type { Json, SegmentRecord } from "../record.ts";
import { DOCUMENT_PROPERTY, NO_LANGUAGE, NOTES_KEY } from "./record.ts";

/** What XML 1.0 has no way to write, not even as a reference. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const references: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

const attribute = (value: string): string =>
  value.replace(/[&<>"\r\n\t]/g, (found) => references[found] ?? found);
const content = (value: string): string => value.replace(/[&<>\r]/g, (found) => references[found] ?? found);

export const tmxHead = (sourceLang: string | null): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Spanbridge" creationtoolversion="1" segtype="sentence" o-tmf="Spanbridge" adminlang="en" srclang="${attribute(sourceLang ?? "*all*")}" datatype="plaintext"/>
<body>
`;

export const TMX_END = "</body>\n</tmx>\n";

/** One unit, source first. Metadata that is text goes into properties. */
export function writeUnit(
  { id, document, sourceLang, annotation, meta }: SegmentRecord,
  languages: { readonly source: string | null; readonly pivot: string },
  lose: ForeignLose,
): string {
  const clean = (value: string): string => {
    const written = value.replace(UNWRITABLE, " ");
    if (written !== value) lose("control_characters", written);
    return written;
  };
  const lines = [id === null ? "<tu>" : `<tu tuid="${attribute(clean(id))}">`];
  const property = (type: string, value: string) =>
    lines.push(`<prop type="${attribute(clean(type))}">${content(clean(value))}</prop>`);
  if (document !== null) property(DOCUMENT_PROPERTY, document);
  for (const [key, value] of Object.entries(meta?.extra ?? {})) {
    const values = typeof value === "string" ? [value] : stringsOf(value);
    if (!values || key === "" || key === DOCUMENT_PROPERTY) lose("metadata", key);
    else if (key === NOTES_KEY) for (const note of values) lines.push(`<note>${content(clean(note))}</note>`);
    else for (const each of values) property(key, each);
  }
  const variant = (lang: string, text: string) =>
    lines.push(`<tuv xml:lang="${attribute(clean(lang))}"><seg>${content(clean(text))}</seg></tuv>`);
  variant(sourceLang ?? languages.source ?? NO_LANGUAGE, annotation.sourceText);
  if (annotation.pivotText !== "") variant(languages.pivot, annotation.pivotText);
  return `${[...lines, "</tu>"].join("\n")}\n`;
}

function stringsOf(value: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const strings = value.filter((each) => typeof each === "string");
  return strings.length === value.length ? strings : undefined;
}
