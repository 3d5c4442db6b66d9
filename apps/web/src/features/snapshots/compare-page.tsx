import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { formatNumber } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ErrorState } from "../../ui/state.tsx";
import { SegmentChanges } from "./view/segment-changes.tsx";

const route = getRouteApi("/session/projects/$project/snapshots/compare");
const STEP = 50;

export function ComparePage() {
  const { project } = route.useParams();
  const { data: detail } = useSuspenseQuery(trpc.projects.get.queryOptions({ project }));
  const { before = "", after = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: snapshots } = useSuspenseQuery(trpc.snapshots.list.queryOptions({ project }));
  const [offset, setOffset] = useState(0);
  const choose = (search: { before: string; after: string }) => {
    setOffset(0);
    void navigate({ search });
  };
  const options = [...snapshots].reverse().map(({ name }) => ({ value: name, label: name }));
  return (
    <Page title={t("Compare snapshots")} subtitle={t("What was added, removed and changed.")} width="2xl">
      <div className="flex flex-wrap gap-4">
        <Field label={t("From")} className="w-64">
          <Select value={before} options={options} onChange={(name) => choose({ before: name, after })} />
        </Field>
        <Field label={t("To")} className="w-64">
          <Select value={after} options={options} onChange={(name) => choose({ before, after: name })} />
        </Field>
      </div>
      {before && after && (
        <Differences
          project={project}
          language={detail.sourceLang}
          before={before}
          after={after}
          offset={offset}
          onGo={setOffset}
        />
      )}
    </Page>
  );
}

type DifferencesProps = {
  readonly project: string;
  /** Of the source text. */
  readonly language: string;
  readonly before: string;
  readonly after: string;
  readonly offset: number;
  readonly onGo: (offset: number) => void;
};

function Differences({ project, language, before, after, offset, onGo }: DifferencesProps) {
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.snapshots.compare.queryOptions(
      { project, before, after, offset, limit: STEP },
      { placeholderData: keepPreviousData },
    ),
  );
  if (error && !data) {
    return (
      <ErrorState title={t("These could not be compared")} onRetry={() => void refetch()}>
        {failureOf(error).message}
      </ErrorState>
    );
  }
  if (!data) return <Skeleton className="h-60" />;
  const total = data.added + data.removed + data.changed;
  const facts = [
    [t("Added"), data.added],
    [t("Removed"), data.removed],
    [t("Changed"), data.changed],
    [t("The same"), data.same],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {facts.map(([name, value]) => (
          <div key={name} className="rounded-lg border border-line bg-surface px-4 py-3 shadow-sm">
            <dt className="text-ink-muted text-sm">{name}</dt>
            <dd className="font-semibold text-xl tabular-nums tracking-tight">{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      <Section title={t("Segments that differ")} className={isPlaceholderData ? "opacity-60" : undefined}>
        {total === 0 ? (
          <p className="p-5 text-ink-muted">{t("Both hold the same.")}</p>
        ) : (
          <SegmentChanges project={project} language={language} segments={data.segments} />
        )}
        {total > STEP && (
          <div className="flex items-center justify-between gap-3 border-line border-t px-4 py-2.5">
            <p className="text-ink-muted text-sm tabular-nums">
              {t("{{value}} to {{value2}} of {{total}}", {
                value: formatNumber(offset + 1),
                value2: formatNumber(offset + data.segments.length),
                total: formatNumber(total),
              })}
            </p>
            <div className="flex gap-2">
              <Button disabled={offset === 0} onClick={() => onGo(Math.max(0, offset - STEP))}>
                {t("Earlier")}
              </Button>
              <Button disabled={offset + STEP >= total} onClick={() => onGo(offset + STEP)}>
                {t("Later")}
              </Button>
            </div>
          </div>
        )}
      </Section>
    </>
  );
}
