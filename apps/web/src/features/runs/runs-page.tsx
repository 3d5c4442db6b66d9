import type { ProjectDetail, Run } from "@spanbridge/shared/contracts";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { GitCompareArrows, Workflow } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { buttonClass } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../ui/state.tsx";
import { useEnded } from "../../ui/use-ended.ts";
import { Hosts } from "./hosts.tsx";
import { LearningSection } from "./learning.tsx";
import { NewRun } from "./new-run.tsx";
import { isActive, POLL_MS } from "./polling.ts";
import { RunCard } from "./run-card.tsx";

const route = getRouteApi("/session/projects/$project/runs");

/** Something to hold a run against: another run, or what a file brought. */
const canCompare = (runs: readonly Run[], layers: ProjectDetail["layers"]): boolean =>
  runs.filter(({ segments }) => segments.done > 0).length +
    layers.filter(({ kind, annotations }) => kind !== "review" && kind !== "run" && annotations > 0).length >
    1 && runs.length > 0;

const CompareLink = ({ project }: { readonly project: string }) => (
  <Link to="/projects/$project/runs/compare" params={{ project }} className={buttonClass()}>
    <GitCompareArrows aria-hidden className="size-4" />
    {t("Compare runs")}
  </Link>
);

export function RunsPage() {
  const params = route.useParams();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  const {
    data: runs,
    error,
    refetch,
  } = useQuery({
    ...trpc.runs.list.queryOptions(params),
    refetchInterval: ({ state }) => (state.data?.some(isActive) ? POLL_MS : false),
  });
  // What was asked while it was at work is not the last of it: results, layers, what was learnt, the queue's signals.
  useEnded(runs?.filter(isActive).length, () => {
    const list = JSON.stringify(trpc.runs.list.queryKey()[0]);
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey[0]) !== list });
  });
  const mayStart = project.may.manage && !project.archived;
  return (
    <Page
      title={t("Projection runs")}
      subtitle={t("Entities of {{name}}, found by a language model or the offline engine.", {
        name: project.name,
      })}
      width="xl"
    >
      {error && !runs ? (
        <ErrorState title={t("The runs could not be listed")} onRetry={() => void refetch()}>
          {failureOf(error).message}
        </ErrorState>
      ) : runs ? (
        <>
          <Section
            title={t("Runs")}
            actions={canCompare(runs, project.layers) && <CompareLink project={params.project} />}
          >
            {runs.length === 0 ? (
              <EmptyState icon={Workflow} title={t("No runs yet")}>
                {mayStart
                  ? t("Configure one below; a test on three segments shows at once what it does.")
                  : t("A manager of this project can start one.")}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line" aria-label={t("Runs")}>
                {runs.map((run) => (
                  <RunCard
                    key={run.id}
                    project={params.project}
                    sourceLang={project.sourceLang}
                    run={run}
                    mayManage={mayStart}
                  />
                ))}
              </ul>
            )}
          </Section>
          <LearningSection project={params.project} runs={runs} mayStart={mayStart} />
          {mayStart && <NewRun project={params.project} runs={runs} />}
          {me?.role === "owner" && <Hosts />}
        </>
      ) : (
        <div aria-busy className="p-4">
          <Skeleton className="h-24" />
        </div>
      )}
    </Page>
  );
}
