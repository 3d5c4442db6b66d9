import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import {
  Archive,
  BookMarked,
  Camera,
  ChartColumn,
  Download,
  FileUp,
  Settings,
  SquareTerminal,
  Workflow,
} from "lucide-react";
import { trpc } from "../../app/trpc.ts";
import { Badge } from "../../ui/badge.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { EmptyState } from "../../ui/state.tsx";
import { LanguagePair } from "./language-pair.tsx";
import { Documents } from "./overview/documents.tsx";
import { Facts } from "./overview/facts.tsx";
import { Guidelines } from "./overview/guidelines.tsx";
import { StateTiles } from "./overview/state-tiles.tsx";
import { ReviewProgress, reviewedOf, totalOf } from "./progress.tsx";

const route = getRouteApi("/session/projects/$project/");

export function OverviewPage() {
  const params = route.useParams();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const { counts, may, archived } = project;
  const empty = totalOf(counts) === 0;

  return (
    <Page
      title={project.name}
      subtitle={
        <span className="flex flex-wrap items-center gap-2">
          <LanguagePair source={project.sourceLang} pivot={project.pivotLang} />
          {archived && (
            <Badge>
              <Archive aria-hidden className="size-3" />
              {t("Archived: read and export only")}
            </Badge>
          )}
        </span>
      }
      actions={
        <>
          {!empty && (
            <Link to="/projects/$project/review" params={params} className={buttonClass("primary")}>
              {archived
                ? t("Look through it")
                : reviewedOf(counts) === 0
                  ? t("Start reviewing")
                  : t("Go on reviewing")}
            </Link>
          )}
          {may.manage && !archived && (
            <Link
              to="/projects/$project/import"
              params={params}
              className={buttonClass(empty ? "primary" : "secondary")}
            >
              <FileUp aria-hidden className="size-4" />
              {t("Import")}
            </Link>
          )}
          {!empty && (
            <>
              <Link to="/projects/$project/runs" params={params} className={buttonClass()}>
                <Workflow aria-hidden className="size-4" />
                {t("Runs")}
              </Link>
              <Link to="/projects/$project/memory" params={params} className={buttonClass()}>
                <BookMarked aria-hidden className="size-4" />
                {t("Memory")}
              </Link>
              <Link to="/projects/$project/snapshots" params={params} className={buttonClass()}>
                <Camera aria-hidden className="size-4" />
                {t("Snapshots")}
              </Link>
            </>
          )}
          {!empty && (
            <Link to="/projects/$project/export" params={params} className={buttonClass()}>
              <Download aria-hidden className="size-4" />
              {t("Export")}
            </Link>
          )}
          {!empty && project.layers.filter(({ annotations }) => annotations > 0).length > 1 && (
            <Link to="/projects/$project/evaluation" params={params} className={buttonClass()}>
              <ChartColumn aria-hidden className="size-4" />
              {t("Evaluation")}
            </Link>
          )}
          {!empty && (
            <Link to="/projects/$project/python" params={params} className={buttonClass()}>
              <SquareTerminal aria-hidden className="size-4" />
              {t("Python")}
            </Link>
          )}
          {may.manage && (
            <Link to="/projects/$project/settings" params={params} className={buttonClass()}>
              <Settings aria-hidden className="size-4" />
              {t("Settings")}
            </Link>
          )}
        </>
      }
    >
      {empty ? (
        <Section title={t("Segments")}>
          <EmptyState icon={FileUp} title={t("No text yet")}>
            {may.manage && !archived
              ? t("Import a file of sentence pairs or tagged tokens; you see every row before it goes in.")
              : t("A manager of this project has to import some first.")}
          </EmptyState>
        </Section>
      ) : (
        <>
          <Section title={t("Review")} className="flex flex-col gap-4 p-4">
            <ReviewProgress counts={counts} />
            <StateTiles project={project.slug} counts={counts} />
          </Section>
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <Documents project={project.slug} />
            <Facts project={project} />
          </div>
          <Guidelines text={project.guidelines} />
        </>
      )}
    </Page>
  );
}
