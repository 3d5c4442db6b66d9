import type { ExportReport, ProjectDetail } from "@spanbridge/shared/contracts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleCheck, Download } from "lucide-react";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { formatBytes, formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { ProgressBar } from "../../../ui/progress.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/state.tsx";
import type { DownloadProgress } from "../download.ts";
import { type ExportChoice, isCounted } from "../options.ts";
import { Losses } from "./losses.tsx";

type LiveReportProps = {
  readonly project: ProjectDetail;
  readonly choice: ExportChoice;
  readonly progress: DownloadProgress | null;
  readonly failure: string | null;
  readonly onDownload: () => void;
  readonly onCancel: () => void;
};

/** What the file would hold and lose, as the choice changes; and the download itself. */
export function LiveReport({ project, choice, progress, failure, onDownload, onCancel }: LiveReportProps) {
  const { format, states, documents, languages, ...rest } = choice;
  const options = {
    ...rest,
    format,
    states: [...states],
    documents: [...documents],
    languages: [...languages],
  };
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.exports.report.queryOptions(
      { project: project.slug, options },
      // Of its own, so that it is called off when the choice changes; a large project takes a moment.
      { trpc: { abortOnUnmount: true, context: { alone: true } }, placeholderData: keepPreviousData },
    ),
  );
  return (
    <div>
      <Section title={t("What the file will hold")}>
        <div
          aria-live="polite"
          aria-busy={isPlaceholderData}
          className={isPlaceholderData ? "opacity-60" : undefined}
        >
          {error && !data ? (
            <ErrorState
              title={t("This could not be counted")}
              onRetry={() => void refetch()}
              className="py-6"
            >
              {failureOf(error).message}
            </ErrorState>
          ) : data ? (
            <Held report={data} />
          ) : (
            <div className="p-5">
              <Skeleton className="h-28" />
            </div>
          )}
        </div>
        <div className="flex flex-col gap-3 border-line border-t p-5">
          {failure && <FormError>{t("{{failure}} No file was kept.", { failure })}</FormError>}
          {progress ? (
            <Progress
              progress={progress}
              total={isCounted(format) ? (data?.segments ?? 0) : null}
              onCancel={onCancel}
            />
          ) : (
            <Button
              variant="primary"
              size="lg"
              className="w-full"
              disabled={!data || isPlaceholderData || data.segments === 0}
              onClick={onDownload}
            >
              <Download aria-hidden className="size-4" />
              {t("Download")}
            </Button>
          )}
        </div>
      </Section>
    </div>
  );
}

function Held({ report: { segments, spans, links, losses } }: { readonly report: ExportReport }) {
  const facts = [
    [t("Segments"), segments],
    [t("Spans"), spans],
    [t("Links"), links],
  ] as const;
  return (
    <div className="flex flex-col gap-4 p-5">
      <dl className="grid grid-cols-3 gap-4">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-muted text-sm">{name}</dt>
            <dd className="font-semibold text-xl tabular-nums tracking-tight">{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      {segments === 0 ? (
        <p className="text-ink-muted">
          {t("No segment is chosen. Tick other states, documents or languages.")}
        </p>
      ) : losses.length === 0 ? (
        <p className="flex items-center gap-2 text-good">
          <CircleCheck aria-hidden className="size-4 shrink-0" />
          {t("The format holds all of it.")}
        </p>
      ) : (
        <Losses losses={losses} />
      )}
    </div>
  );
}

type ProgressProps = {
  readonly progress: DownloadProgress;
  /** Null where the format does not show how many segments have come. */
  readonly total: number | null;
  readonly onCancel: () => void;
};

function Progress({ progress: { bytes, segments }, total, onCancel }: ProgressProps) {
  const share =
    total === null
      ? ""
      : t("{{segments}} of {{total}} segments, ", {
          segments: formatNumber(segments),
          total: formatNumber(total),
        });
  return (
    <div className="flex flex-col gap-3">
      <ProgressBar
        label={t("Export")}
        value={total ? segments / total : null}
        text={`${share}${formatBytes(bytes)}`}
      />
      <div className="flex items-center justify-between gap-3">
        <p className="text-ink-muted text-sm tabular-nums">
          {share}
          {formatBytes(bytes)}
        </p>
        <Button onClick={onCancel}>{t("Cancel")}</Button>
      </div>
    </div>
  );
}
