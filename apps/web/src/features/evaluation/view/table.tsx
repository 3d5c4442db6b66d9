import { clsx } from "clsx";
import { Download } from "lucide-react";
import { createContext, type ReactNode, use } from "react";
import { Button } from "../../../ui/button.tsx";
import { csvOf } from "../../../ui/csv.ts";
import { t } from "../../../ui/i18n/t.ts";
import { saveText } from "../../../ui/save-file.ts";
import { useShown } from "../context.ts";

type TableProps = {
  /** What the table shows, for assistive technology. */
  readonly caption: string;
  /** Names of the columns; each occurs once. The first names the rows. */
  readonly head: readonly string[];
  readonly children: ReactNode;
};

/** What scrolls must do so by keyboard too. */
export const reachable = { tabIndex: 0 } as const;

const HeadContext = createContext<readonly string[]>([]);

/** A table of figures: the first column names the row, the others are numbers. Scrolls where it is too wide. */
export function FigureTable({ caption, head, children }: TableProps) {
  return (
    <section className="overflow-x-auto" aria-label={caption} {...reachable}>
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line border-b text-ink-muted">
            {head.map((name) => (
              <th
                key={name}
                scope="col"
                className={clsx("px-3 py-1.5 font-medium", name === head[0] ? "text-start" : "text-end")}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          <HeadContext value={head}>{children}</HeadContext>
        </tbody>
      </table>
    </section>
  );
}

/** One row: its name, then a cell for each further column. */
export function Row({ name, cells }: { readonly name: ReactNode; readonly cells: readonly ReactNode[] }) {
  const columns = use(HeadContext).slice(1);
  return (
    <tr>
      <th scope="row" className="px-3 py-1.5 text-start font-normal">
        {name}
      </th>
      {columns.map((column, index) => (
        <td key={column} className="whitespace-nowrap px-3 py-1.5 text-end">
          {cells[index]}
        </td>
      ))}
    </tr>
  );
}

type CsvProps = {
  /** Stands in the file's name. */
  readonly part: string;
  readonly header: readonly string[];
  readonly rows: () => readonly (readonly (string | number)[])[];
};

/** The data behind a chart or table as a file. */
export function CsvButton({ part, header, rows }: CsvProps) {
  const { fileName } = useShown();
  return (
    <Button
      size="sm"
      variant="quiet"
      className="print:hidden"
      aria-label={t("Save as CSV: {{part}}", { part })}
      onClick={() => saveText(csvOf(header, rows()), `${fileName(part)}.csv`, "text/csv")}
    >
      <Download aria-hidden className="size-3.5" />
      {t("CSV")}
    </Button>
  );
}
