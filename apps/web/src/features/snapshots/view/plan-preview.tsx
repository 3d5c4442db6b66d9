import type { SnapshotPlan } from "@spanbridge/shared/contracts";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/state.tsx";
import { CountsTable } from "./counts-table.tsx";

/** What the snapshot would hold if it were frozen now, as the form changes. */
export function PlanPreview({
  project,
  plan,
}: {
  readonly project: string;
  readonly plan: SnapshotPlan | null;
}) {
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.snapshots.preview.queryOptions(plan ? { project, plan } : skipToken, {
      trpc: { abortOnUnmount: true, context: { alone: true } },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Section
      title={t("What it will hold")}
      actions={
        data && (
          <span className="text-ink-muted text-sm tabular-nums">{plural(data.segments, "segment")}</span>
        )
      }
    >
      <div
        aria-live="polite"
        aria-busy={isPlaceholderData}
        className={isPlaceholderData || !plan ? "opacity-60" : undefined}
      >
        {error && !data ? (
          <ErrorState title={t("This could not be counted")} onRetry={() => void refetch()} className="py-6">
            {failureOf(error).message}
          </ErrorState>
        ) : !data ? (
          <div className="p-5">
            <Skeleton className="h-28" />
          </div>
        ) : data.segments === 0 ? (
          <p className="p-5 text-ink-muted">
            {t("No segment is chosen. Tick other states, documents or languages.")}
          </p>
        ) : (
          <CountsTable preview={data} />
        )}
      </div>
    </Section>
  );
}
