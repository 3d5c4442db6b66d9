/** Which column holds what, from 0; null: none does. */
export type Columns = {
  readonly source: number;
  readonly pivot: number | null;
  readonly id: number | null;
  readonly document: number | null;
};

/** What is chosen about a table, columns by number from 0 or by name; what is left open is found in its first rows. */
export type ColumnChoice = { readonly [column in keyof Columns]?: number | string | null | undefined } & {
  /** Whether the first row names the columns. */
  readonly header?: boolean | undefined;
};

export const separators = ["tab", "comma", "semicolon", "aligned"] as const;
/** `aligned`: two files with a sentence a line, put together line by line. */
export type Separator = (typeof separators)[number];

export type TableChoice = ColumnChoice & { readonly separator?: Separator | undefined };

export type Layout = { readonly header: boolean; readonly columns: Columns };

const names: { readonly [column in keyof Columns]: readonly string[] } = {
  source: ["source_text", "source", "src", "text", "original", "sentence"],
  pivot: ["english_text", "english", "en", "eng", "translation", "target", "tgt", "pivot"],
  id: ["id", "segment_id", "sent_id", "tuid"],
  document: ["document", "doc", "document_id", "doc_id"],
};

/** Finds header and columns in the first rows. `sourceLang`: a column named after the language is the source. */
export function layoutOf(
  rows: readonly (readonly string[])[],
  chosen: ColumnChoice,
  sourceLang: string | null,
): Layout {
  const first = rows[0] ?? [];
  const named = namedColumns(first, sourceLang);
  const columns = ["source", "pivot", "id", "document"] as const;
  const byName = columns.some((column) => typeof chosen[column] === "string");
  const header = chosen.header ?? (byName || named.source !== undefined || named.pivot !== undefined);
  const found = header ? named : {};
  const known = (column: keyof Columns): number | null | undefined => {
    const choice = placeOf(chosen[column], first);
    return choice === undefined ? found[column] : choice;
  };
  const [id, document] = [known("id") ?? null, known("document") ?? null];
  const width = Math.max(0, ...rows.map((row) => row.length));
  const free = Array.from({ length: width }, (_, at) => at).filter((at) => at !== id && at !== document);
  const english = mostEnglish(header ? rows.slice(1) : rows, free);
  const source = known("source") ?? free.find((at) => at !== (known("pivot") ?? english)) ?? free[0] ?? 0;
  const others = free.filter((at) => at !== source);
  // Among several columns with names, one that is neither named after a translation nor in English is none.
  const guess =
    others.find((at) => at === english) ?? (others.length === 1 || !header ? others[0] : undefined);
  const pivot = known("pivot");
  return {
    header,
    columns: {
      source,
      pivot: pivot === undefined ? (guess ?? null) : pivot === source ? null : pivot,
      id,
      document,
    },
  };
}

/** A column's number; a name that the first row has not is a column that no row has. */
function placeOf(
  column: number | string | null | undefined,
  first: readonly string[],
): number | null | undefined {
  if (typeof column !== "string") return column;
  const cells = first.map((cell) => cell.trim().toLowerCase());
  const at = cells.indexOf(column.toLowerCase());
  return at === -1 ? MISSING_COLUMN : at;
}

export const MISSING_COLUMN = 9999;

function namedColumns(
  row: readonly string[],
  sourceLang: string | null,
): { readonly [column in keyof Columns]?: number } {
  const cells = row.map((cell) => cell.trim().toLowerCase());
  const language = sourceLang?.toLowerCase();
  const wanted = language === undefined ? [] : [language, language.split("-", 1)[0] ?? language];
  const at = (list: readonly string[]) => {
    const found = cells.findIndex((cell) => list.includes(cell));
    return found === -1 ? undefined : found;
  };
  const found = {
    source: at([...wanted, ...names.source]),
    pivot: at(names.pivot.filter((name) => !wanted.includes(name))),
    id: at(names.id),
    document: at(names.document),
  };
  return Object.fromEntries(Object.entries(found).filter(([, column]) => column !== undefined));
}

const ENGLISH = /\b(?:the|of|and|to|in|is|that|for|was|on|with|as|by|are|it|at|from)\b/gi;

/** The column with clearly the most English function words, if one has them: a guess that is shown, not a rule. */
function mostEnglish(rows: readonly (readonly string[])[], columns: readonly number[]): number | undefined {
  const counts = columns.map((at) => ({
    at,
    count: rows.reduce((sum, row) => sum + (row[at]?.match(ENGLISH)?.length ?? 0), 0),
  }));
  const [best, next] = counts.toSorted((a, b) => b.count - a.count);
  return best && best.count > 2 * (next?.count ?? 0) ? best.at : undefined;
}
