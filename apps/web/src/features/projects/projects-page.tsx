import type { ProjectCard as Card } from "@spanbridge/shared/contracts";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { FolderOpen, Plus } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { buttonClass } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../ui/state.tsx";
import { WelcomePage } from "../welcome/index.ts";
import { ProjectCard } from "./project-card.tsx";

const route = getRouteApi("/session/");

export function ProjectsPage() {
  const { archived = false } = route.useSearch();
  const { data: me } = useSuspenseQuery(trpc.session.me.queryOptions());
  const current = useQuery(trpc.projects.list.queryOptions({ archived: false }));
  const old = useQuery(trpc.projects.list.queryOptions({ archived: true }));
  const mayCreate = me.role === "owner";

  const failed = [current, old].find(({ isError, data }) => isError && !data);
  if (failed) {
    return (
      <ErrorState
        title={t("The projects could not be loaded")}
        className="py-24"
        onRetry={() => void Promise.all([current.refetch(), old.refetch()])}
      >
        {failureOf(failed.error).message}
      </ErrorState>
    );
  }
  if (!current.data || !old.data) return <LoadingProjects />;
  const archivedCards = old.data.filter((card) => card.archived);
  if (current.data.length === 0 && archivedCards.length === 0) {
    return mayCreate ? <WelcomePage /> : <NothingShared />;
  }
  return (
    <Page
      title={t("Projects")}
      actions={
        mayCreate && (
          <Link to="/new" className={buttonClass("primary")}>
            <Plus aria-hidden className="size-4" />
            {t("New project")}
          </Link>
        )
      }
    >
      {current.data.length > 0 ? (
        <Cards cards={current.data} />
      ) : (
        <EmptyState icon={FolderOpen} title={t("Every project is archived")}>
          {t("Show the archived ones below, or begin a new project.")}
        </EmptyState>
      )}
      {archivedCards.length > 0 && (
        <div className="flex flex-col gap-4">
          <Link
            to="/"
            search={archived ? {} : { archived: true }}
            replace
            resetScroll={false}
            aria-expanded={archived}
            className="w-fit text-link text-sm"
          >
            {archived ? t("Hide archived projects") : `Show archived projects (${archivedCards.length})`}
          </Link>
          {archived && <Cards cards={archivedCards} />}
        </div>
      )}
    </Page>
  );
}

function Cards({ cards }: { readonly cards: readonly Card[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-4">
      {cards.map((card) => (
        <li key={card.slug} className="grid">
          <ProjectCard card={card} />
        </li>
      ))}
    </ul>
  );
}

function NothingShared() {
  return (
    <EmptyState icon={FolderOpen} title={t("No project is shared with you")} className="py-24">
      {t("Ask the manager of a project for an invitation; its link brings you there.")}
    </EmptyState>
  );
}

function LoadingProjects() {
  return (
    <Page title={t("Projects")}>
      <div aria-busy className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-4">
        {[1, 2, 3].map((item) => (
          <Skeleton key={item} className="h-48 rounded-lg" />
        ))}
      </div>
    </Page>
  );
}
