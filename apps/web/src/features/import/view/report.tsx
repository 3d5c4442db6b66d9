import type { ImportReport, ProjectDetail } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { formatNumber, plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import type { ImportState } from "../machine.ts";
import { Diagnostics } from "./diagnostics.tsx";

type ReportProps = {
  readonly project: ProjectDetail;
  readonly state: Extract<ImportState, { stage: "done" }>;
  readonly onAgain: () => void;
};

/** What an import did. The totals add up: rows = imported + there already + left out. */
export function Report({ project, state: { file, report }, onAgain }: ReportProps) {
  const { title, text, good } = outcomeOf(report);
  const Icon = good ? CircleCheck : report.outcome === "refused" ? CircleAlert : Info;
  const facts = [
    [t("Rows"), report.rows],
    [t("Imported"), report.imported],
    [t("There already"), report.unchanged],
    [t("Left out"), report.skipped],
    [t("Spans"), report.spans],
    [t("Links"), report.links],
  ] as const;
  const total = Object.values(report.diagnosticCounts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <section aria-label={t("Result")} className="rounded-lg border border-line bg-surface p-6 shadow-sm">
        <div role="status" className="flex items-start gap-3">
          <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${good ? "text-good" : "text-warn"}`} />
          <div>
            <h2 className="text-lg leading-tight">{title}</h2>
            <p className="mt-1 text-ink-muted">{text}</p>
          </div>
        </div>
        <dl className="mt-5 grid grid-cols-2 gap-x-4 gap-y-3 border-line border-t pt-4 sm:grid-cols-6">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-ink-muted text-sm">{name}</dt>
              <dd className="font-semibold tabular-nums">{formatNumber(value)}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button onClick={onAgain}>{t("Import another file")}</Button>
          {report.outcome !== "refused" && (
            <Link
              to="/projects/$project/review"
              params={{ project: project.slug }}
              className={buttonClass("primary")}
            >
              {t("Start reviewing")}
            </Link>
          )}
        </div>
      </section>
      {total > 0 && (
        <Diagnostics
          name={file.name}
          project={project.slug}
          diagnostics={report.diagnostics}
          total={total}
          summary={plural(total, "problem")}
          reading={false}
        />
      )}
    </>
  );
}

type Outcome = { readonly title: string; readonly text: string; readonly good: boolean };

function outcomeOf(report: ImportReport): Outcome {
  const { outcome, imported, rows, skipped } = report;
  switch (outcome) {
    case "imported":
      return {
        good: true,
        title: t("{{rows}} imported", { rows: plural(imported, "row") }),
        text:
          skipped > 0
            ? `${plural(skipped, "row was", "rows were")} left out; the list says why.`
            : t("Every row is in."),
      };
    case "unchanged":
      return {
        good: skipped === 0,
        title: t("Nothing new"),
        text:
          skipped > 0
            ? `What could go in was there already; ${plural(skipped, "row was", "rows were")} left out.`
            : t("All {{rows}} rows were there already. Nothing was changed.", { rows: formatNumber(rows) }),
      };
    case "refused":
      return {
        good: false,
        title: t("Nothing was imported"),
        text: t(
          "At least one row is bad, and the whole file was to be refused then. Put it right and try again.",
        ),
      };
    case "cancelled":
      return { good: false, title: t("Cancelled"), text: t("Nothing of the file was kept.") };
  }
}
