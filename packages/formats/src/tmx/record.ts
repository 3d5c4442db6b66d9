import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import { recordOf } from "../foreign/draft.ts";
import type { JsonObject, SegmentRecord } from "../record.ts";
import { show } from "../show.ts";
import type { Unit, Variant } from "./unit.ts";

export const DOCUMENT_PROPERTY = "x-document";
/** Metadata key of a unit's notes. */
export const NOTES_KEY = "tmx_notes";
export const NO_LANGUAGE = "und";

export type Languages = {
  /** Null: whatever is not the pivot. */
  readonly source: string | null;
  readonly pivot: string;
};

/** A unit as a segment: the variants in the two languages, properties and notes as metadata. */
export function recordOfUnit(
  unit: Unit,
  languages: Languages,
  context: FileContext,
  report: RowReport,
): SegmentRecord | undefined {
  const pivot = inLanguage(unit.variants, languages.pivot);
  const others = unit.variants.filter((variant) => primary(variant.lang) !== primary(languages.pivot));
  const source = (languages.source !== null && inLanguage(others, languages.source)) || others[0];
  if (!source) {
    const found = unit.variants.map(({ lang }) => show(lang)).join(", ") || "none";
    const message = `There is no text in the source language; the unit's languages: ${found}.`;
    report.error("tuv", "missing", message);
    return undefined;
  }
  if (unit.markup) {
    const message = "Inline tags were left out, with the code in them; the text around them was kept.";
    report.warning("seg", "inline_tags", message);
  }
  const twice = unit.variants.filter(({ lang }) => lang === source.lang || lang === pivot?.lang).length;
  if (twice > (pivot ? 2 : 1)) {
    report.warning("tuv", "duplicate_variant", "A language has several variants here; the first is taken.");
  }
  return recordOf(
    {
      id: unit.id,
      document: unit.properties.find(([type]) => type === DOCUMENT_PROPERTY)?.[1] || null,
      sourceLang: source.lang === "" || source.lang === NO_LANGUAGE ? null : source.lang,
      sourceText: source.text,
      pivotText: pivot?.text ?? "",
      unit: "code points",
      spans: [],
      links: [],
      extra: extraOf(unit),
    },
    context,
    report,
  );
}

function inLanguage(variants: readonly Variant[], lang: string): Variant | undefined {
  const same = (tag: string) => tag.toLowerCase() === lang.toLowerCase();
  return (
    variants.find((variant) => same(variant.lang)) ??
    variants.find((variant) => primary(variant.lang) === primary(lang))
  );
}

const primary = (tag: string): string => (tag.split(/[-_]/, 1)[0] ?? "").toLowerCase();

/** Properties by type, those that come several times as a list; notes under a key of their own. */
function extraOf({ properties, notes }: Unit): JsonObject | undefined {
  const values = new Map<string, string[]>();
  for (const [type, value] of properties) {
    if (type !== DOCUMENT_PROPERTY && type !== "") values.set(type, [...(values.get(type) ?? []), value]);
  }
  if (notes.length > 0) values.set(NOTES_KEY, [...notes]);
  const single = ([key, list]: [string, string[]]) =>
    [key, list.length === 1 ? (list[0] ?? "") : list] as const;
  return values.size > 0 ? Object.fromEntries([...values].map(single)) : undefined;
}
