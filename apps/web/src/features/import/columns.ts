import type { TableSample } from "@spanbridge/formats";
import type { OptionValues } from "@spanbridge/shared/contracts";
import { t } from "../../ui/i18n/t.ts";
import type { SelectOption } from "../../ui/select.tsx";

/** What a column holds; `extra`: kept as metadata. */
export type Role = "source" | "pivot" | "id" | "document" | "extra";

export const roles: readonly SelectOption<Role>[] = [
  { value: "source", label: t("Source text") },
  { value: "pivot", label: t("Translation") },
  { value: "id", label: t("Id") },
  { value: "document", label: t("Document") },
  { value: "extra", label: t("Metadata") },
];

const held = ["source", "pivot", "id", "document"] as const;

export const roleOf = (columns: TableSample["columns"], at: number): Role =>
  held.find((role) => columns[role] === at) ?? "extra";

/**
 * The options with one column in another role. Every role is stated then, as the table shows it, so that nothing else
 * moves; the column that had the role takes over the one that was given up, so that there is always a source.
 */
export function withRole(options: OptionValues, table: TableSample, at: number, role: Role): OptionValues {
  const before = roleOf(table.columns, at);
  const columns: { [role in (typeof held)[number]]: number | null } = { ...table.columns };
  const displaced = role === "extra" ? null : columns[role];
  if (role === "extra" && before === "source") return options;
  if (before !== "extra") columns[before] = before === "source" ? displaced : null;
  // A source cannot be given up without another.
  if (before === "source" && displaced === null) return options;
  if (role !== "extra") columns[role] = at;
  const stated = held.map((each) => [
    `${each}_column`,
    columns[each] === null ? "-" : String(columns[each] + 1),
  ]);
  return { ...options, header: table.header ? "yes" : "no", ...Object.fromEntries(stated) };
}

/** The options with the first row taken as names or as a row; what was found in the columns is found anew. */
export function withHeader(options: OptionValues, header: boolean): OptionValues {
  const { source_column: _, pivot_column: __, id_column: ___, document_column: ____, ...others } = options;
  return { ...others, header: header ? "yes" : "no" };
}
