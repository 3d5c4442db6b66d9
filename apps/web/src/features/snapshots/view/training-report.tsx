import type { TrainingPreview, TrainingShape, TrainingStage } from "@spanbridge/shared/contracts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useEffect } from "react";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { loadFontFor, scriptClass } from "../../../ui/fonts.ts";
import { formatNumber, plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/state.tsx";
import { Wide } from "../../../ui/wide.tsx";
import type { TrainingSource } from "../address.ts";
import { stageLabel } from "../training-shapes.ts";

type TrainingReportProps = {
  readonly project: string;
  readonly source: TrainingSource;
  /** Of the source text. */
  readonly language: string;
  readonly options: {
    readonly shape: TrainingShape;
    readonly stages: TrainingStage[];
    readonly acceptedOnly: boolean;
  };
};

/** How many examples and tokens there will be, what is left out and why, and the first line. */
export function TrainingReport({ project, source, language, options }: TrainingReportProps) {
  useEffect(() => void loadFontFor(language), [language]);
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.training.preview.queryOptions(
      { project, ...source, options },
      { trpc: { abortOnUnmount: true, context: { alone: true } }, placeholderData: keepPreviousData },
    ),
  );
  if (error && !data) {
    return (
      <ErrorState title={t("This could not be made")} onRetry={() => void refetch()} className="py-6">
        {failureOf(error).message}
      </ErrorState>
    );
  }
  if (!data) return <Skeleton className="h-48" />;
  return (
    <div
      aria-live="polite"
      aria-busy={isPlaceholderData}
      className={isPlaceholderData ? "flex min-w-0 flex-col gap-4 opacity-60" : "flex min-w-0 flex-col gap-4"}
    >
      {data.counts.length === 0 ? <p>{t("No example comes of it.")}</p> : <Counts data={data} />}
      <LeftOut data={data} />
      {data.first[0] && (
        <div className="min-w-0">
          <h3 className="mb-1 font-medium text-sm">{t("The first line")}</h3>
          <pre
            dir="ltr"
            className={clsx(
              "script-font rounded-md bg-sunken p-3 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]",
              scriptClass(language),
            )}
          >
            {pretty(data.first[0])}
          </pre>
        </div>
      )}
    </div>
  );
}

function Counts({ data: { counts, encoding } }: { readonly data: TrainingPreview }) {
  return (
    <div>
      <Wide label={t("Examples by file and stage")}>
        <table className="w-full border-collapse text-end tabular-nums">
          <thead className="border-line border-b text-ink-muted text-sm">
            <tr>
              {[t("File"), t("Stage"), t("Examples"), t("Tokens"), t("Longest")].map((name, index) => (
                <th
                  key={name}
                  scope="col"
                  className={`py-1 pe-3 font-medium ${index < 2 ? "text-start" : ""}`}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map(({ part, stage, examples, tokens, longest }) => (
              <tr key={`${part} ${stage}`} className="border-line border-b last:border-b-0">
                <td className="py-1 pe-3 text-start">{part}</td>
                <th scope="row" className="py-1 pe-3 text-start font-medium">
                  {stageLabel(stage)}
                </th>
                <td className="py-1 pe-3">{formatNumber(examples)}</td>
                <td className="py-1 pe-3">{formatNumber(tokens)}</td>
                <td className="py-1 pe-3">{formatNumber(longest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="mt-1 text-ink-muted text-sm">
        {t("Tokens of {{encoding}}; an estimate for models with another tokenizer.", { encoding })}
      </p>
    </div>
  );
}

function LeftOut({ data: { skipped, heldBack, notAccepted } }: { readonly data: TrainingPreview }) {
  if (skipped.length + heldBack + notAccepted === 0) return null;
  return (
    <div>
      <h3 className="mb-1 font-medium text-sm">{t("Left out")}</h3>
      <ul className="list-disc ps-5 text-ink-muted text-sm">
        {heldBack > 0 && (
          <li>
            {t("{{segments}} held out for tests, or in no split", { segments: plural(heldBack, "segment") })}
          </li>
        )}
        {notAccepted > 0 && (
          <li>{t("{{segments}} that nobody has accepted", { segments: plural(notAccepted, "segment") })}</li>
        )}
        {skipped.map(({ stage, reason, count }) => (
          <li key={`${stage} ${reason}`}>
            {stageLabel(stage)}, {formatNumber(count)} ×: {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}

const pretty = (line: string): string => JSON.stringify(JSON.parse(line), null, 1);
