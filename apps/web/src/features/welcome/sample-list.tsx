import { useQuery } from "@tanstack/react-query";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { ProgressBar } from "../../ui/progress.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../ui/state.tsx";
import { SampleCard } from "./sample-card.tsx";
import { useInstall } from "./use-install.ts";

type SampleListProps = {
  readonly title: string;
  readonly subtitle: string;
  /** Leaves out what is installed already, and the whole when nothing is left. */
  readonly onlyMissing?: boolean;
};

const gridClass = "grid gap-3 md:grid-cols-2";

/** The samples that come with Spanbridge: install one and go straight to its review, or install all. */
export function SampleList({ title, subtitle, onlyMissing = false }: SampleListProps) {
  const { data: samples, error, refetch } = useQuery(trpc.samples.list.queryOptions());
  const { running, install } = useInstall();
  const missing = samples?.filter(({ installedAs }) => installedAs === null) ?? [];

  const shown = samples && onlyMissing ? missing : samples;
  if (onlyMissing && samples && missing.length === 0) return null;

  return (
    <Section
      title={title}
      subtitle={subtitle}
      plain
      actions={
        running && running.total > 1 ? (
          <div role="status" className="w-48">
            <p className="mb-1 text-ink-muted text-sm">
              {t("Installing")} {running.done + 1} {t("of {{total}}", { total: running.total })}
            </p>
            <ProgressBar label={t("Installing samples")} value={running.done / running.total} />
          </div>
        ) : (
          missing.length > 1 && (
            <Button disabled={running !== null} onClick={() => install(missing.map(({ id }) => id))}>
              {t("Install all {{length}}", { length: missing.length })}
            </Button>
          )
        )
      }
    >
      {error && !samples ? (
        <ErrorState title={t("The samples could not be listed")} onRetry={() => void refetch()}>
          {failureOf(error).message}
        </ErrorState>
      ) : samples?.length === 0 ? (
        <EmptyState title={t("No samples came with this installation")}>
          {t("The folder of samples is missing or empty. Your own data works all the same.")}
        </EmptyState>
      ) : shown ? (
        <ul className={gridClass}>
          {shown.map((sample) => (
            <SampleCard
              key={sample.id}
              sample={sample}
              busy={running?.current === sample.id}
              disabled={running !== null}
              onInstall={() => install([sample.id])}
            />
          ))}
        </ul>
      ) : (
        <div aria-busy className={gridClass}>
          {[1, 2, 3, 4].map((item) => (
            <Skeleton key={item} className="h-36 rounded-lg" />
          ))}
        </div>
      )}
    </Section>
  );
}
