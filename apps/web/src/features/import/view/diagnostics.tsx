import type { Diagnostic } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { CircleAlert, CircleCheck, Copy, Download, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { copyText } from "../../../ui/copy-button.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { saveText } from "../../../ui/save-file.ts";
import { Select } from "../../../ui/select.tsx";
import { toast } from "../../../ui/toast.ts";
import { VirtualList } from "../../../ui/virtual-list.tsx";
import { diagnosticsCsv } from "../diagnostics-csv.ts";

const ROW = 44;
const SHOWN = 8;

type DiagnosticsProps = {
  /** Of the file. */
  readonly name: string;
  readonly project: string;
  readonly diagnostics: readonly Diagnostic[];
  /** How many there are; more than are listed when there are very many. */
  readonly total: number;
  /** The same in words. */
  readonly summary: string;
  /** More may come. */
  readonly reading: boolean;
};

/** Everything that is wrong with a file: row, field, reason; by kind; to copy or keep. */
export function Diagnostics(props: DiagnosticsProps) {
  const { name, project, diagnostics, total, summary, reading } = props;
  const [code, setCode] = useState("");
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const one of diagnostics) found.set(one.code, (found.get(one.code) ?? 0) + 1);
    return [...found].sort((a, b) => b[1] - a[1]);
  }, [diagnostics]);
  const listed = useMemo(
    () => (code === "" ? diagnostics : diagnostics.filter((one) => one.code === code)),
    [diagnostics, code],
  );
  if (total === 0) {
    return reading ? null : (
      <p className="flex items-center gap-2 rounded-lg bg-good-soft px-4 py-3 text-good">
        <CircleCheck aria-hidden className="size-4" />
        {t("Nothing is wrong with this file.")}
      </p>
    );
  }
  const copy = () =>
    copyText(diagnosticsCsv(listed)).then((done) =>
      toast(done ? t("Copied") : t("The browser did not allow copying"), {
        kind: done ? "good" : "bad",
        id: "copy",
      }),
    );
  return (
    <Section
      title={t("What is wrong with it")}
      subtitle={
        total > diagnostics.length
          ? `${summary}; the first ${formatNumber(diagnostics.length)} are listed`
          : summary
      }
      actions={
        <div className="flex flex-wrap gap-2">
          <Select
            label={t("Kind")}
            value={code}
            onChange={setCode}
            className="w-44"
            options={[
              { value: "", label: t("All kinds") },
              ...counts.map(([value, count]) => ({
                value,
                label: `${titleOf(value)} (${formatNumber(count)})`,
              })),
            ]}
          />
          <Button onClick={() => void copy()}>
            <Copy aria-hidden className="size-3.5" />
            {t("Copy")}
          </Button>
          <Button onClick={() => saveText(diagnosticsCsv(listed), `${name}.problems.csv`, "text/csv")}>
            <Download aria-hidden className="size-3.5" />
            {t("CSV")}
          </Button>
        </div>
      }
    >
      {counts.some(([kind]) => kind === "unknown_label") && (
        <p className="border-line border-b px-4 py-2.5 text-sm">
          {t("Some labels are not in this project: say above what becomes of them, or")}
          <Link
            to="/projects/$project/settings"
            params={{ project }}
            search={{ section: "labels" }}
            className="text-link"
          >
            {t("change the label set")}
          </Link>
          .
        </p>
      )}
      <VirtualList
        label={t("Problems")}
        items={listed}
        rowHeight={ROW}
        maxRows={SHOWN}
        keyOf={(_, index) => String(index)}
        render={(one) => <Problem diagnostic={one} />}
      />
    </Section>
  );
}

const titleOf = (code: string): string => {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function Problem({ diagnostic }: { readonly diagnostic: Diagnostic }) {
  const { severity, row, field, message } = diagnostic;
  const isError = severity === "error";
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <div className="flex min-h-11 items-center gap-3 border-line border-b px-4 py-1.5 text-sm">
      <Icon
        aria-label={isError ? t("Error") : t("Warning")}
        className={`size-4 shrink-0 ${isError ? "text-bad" : "text-warn"}`}
      />
      <span className="w-20 shrink-0 tabular-nums">
        {row === 0 ? t("File") : t("Row {{row}}", { row: formatNumber(row) })}
      </span>
      <span className="hidden w-52 shrink-0 font-mono [overflow-wrap:anywhere] text-ink-muted text-xs md:inline">
        {field}
      </span>
      <span className="min-w-0 grow leading-tight [overflow-wrap:anywhere]">{message}</span>
    </div>
  );
}
