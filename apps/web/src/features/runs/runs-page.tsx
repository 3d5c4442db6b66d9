import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Workflow } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../ui/state.tsx";
import { Hosts } from "./hosts.tsx";
import { NewRun } from "./new-run.tsx";
import { isActive, POLL_MS } from "./polling.ts";
import { RunCard } from "./run-card.tsx";

const route = getRouteApi("/session/projects/$project/runs");

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
  const mayStart = project.may.manage && !project.archived;
  return (
    <Page
      title="Projection runs"
      subtitle={`Entities of ${project.name}, found by a language model or the offline engine.`}
      width="xl"
    >
      {error && !runs ? (
        <ErrorState title="The runs could not be listed" onRetry={() => void refetch()}>
          {failureOf(error).message}
        </ErrorState>
      ) : runs ? (
        <>
          <Section title="Runs">
            {runs.length === 0 ? (
              <EmptyState icon={Workflow} title="No runs yet">
                {mayStart
                  ? "Configure one below; a test on three segments shows at once what it does."
                  : "A manager of this project can start one."}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line" aria-label="Runs">
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
