import type { SqlRow } from "./tuples.ts";

/** The tables of a wiki's dump that are read. */
export const dumpTables = ["page", "redirect", "page_props", "langlinks"] as const;
export type DumpTable = (typeof dumpTables)[number];

/** Where the columns stand in dumps that do not say so: as in MediaWiki since 1.35. */
const USUAL = {
  page: ["page_id", "page_namespace", "page_title", "page_is_redirect"],
  redirect: ["rd_from", "rd_namespace", "rd_title", "rd_interwiki", "rd_fragment"],
  page_props: ["pp_page", "pp_propname", "pp_value", "pp_sortkey"],
  langlinks: ["ll_from", "ll_lang", "ll_title"],
} as const satisfies Record<DumpTable, readonly string[]>;

/** A cell by the name of its column; empty where it is NULL or not there. */
export function cellsOf(table: DumpTable, row: SqlRow): (column: string) => string {
  const columns = row.columns.length > 0 ? row.columns : USUAL[table];
  return (column) => row.values[columns.indexOf(column)] ?? "";
}

/** A title as it stands in tables, with spaces. */
export const spaced = (title: string): string => title.replaceAll("_", " ");
