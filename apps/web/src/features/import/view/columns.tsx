import type { TableSample } from "@spanbridge/formats";
import { directionOf } from "@spanbridge/shared";
import type { OptionValues, ProjectDetail } from "@spanbridge/shared/contracts";
import { clsx } from "clsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { Select } from "../../../ui/select.tsx";
import { SwitchField } from "../../../ui/switch-field.tsx";
import { type Role, roleOf, roles, withHeader, withRole } from "../columns.ts";

type ColumnsProps = {
  readonly project: ProjectDetail;
  readonly table: TableSample;
  readonly options: OptionValues;
  readonly onChange: (options: OptionValues) => void;
};

/** What each column of a table holds, over its first rows. */
export function Columns({ project, table, options, onChange }: ColumnsProps) {
  const columns = Array.from({ length: table.width }, (_, at) => at);
  const rows = table.rows.map((cells, index) => ({ key: t("row {{index}}", { index }), cells }));
  const nameOf = (at: number) => table.header?.[at]?.trim() || t("Column {{value}}", { value: at + 1 });
  const languageOf = (role: Role) =>
    role === "source" ? project.sourceLang : role === "pivot" ? project.pivotLang : undefined;
  return (
    <Section title={t("What the columns hold")} className="flex flex-col gap-4 p-4">
      <SwitchField
        label={t("The first row names the columns")}
        checked={table.header !== null}
        onChange={(header) => onChange(withHeader(options, header))}
      />
      <section
        aria-label={t("First rows of the table")}
        className="overflow-x-auto rounded-md border border-line"
      >
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr>
              {columns.map((at) => (
                <th
                  key={at}
                  scope="col"
                  className="min-w-44 border-line border-b bg-sunken p-2 text-start align-bottom"
                >
                  <span className="mb-1 block truncate font-medium">{nameOf(at)}</span>
                  <Select
                    label={t("What {{at}} holds", { at: nameOf(at) })}
                    options={roles}
                    value={roleOf(table.columns, at)}
                    onChange={(role) => onChange(withRole(options, table, at, role))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {columns.map((at) => {
                  const language = languageOf(roleOf(table.columns, at));
                  return (
                    <td
                      key={at}
                      lang={language}
                      dir={language && directionOf(language)}
                      className={clsx(
                        "max-w-xs truncate border-line border-b p-2",
                        language && ["corpus-text", scriptClass(language)],
                      )}
                    >
                      {cells[at] ?? ""}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}
