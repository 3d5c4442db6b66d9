import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { ChartColumn } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { formatNumber } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Page } from "../../ui/page.tsx";
import { ProgressBar } from "../../ui/progress.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../ui/state.tsx";
import { choiceOf, type EvaluationChoice } from "./choice.ts";
import { type RunningEvaluation, useEvaluation } from "./use-evaluation.ts";
import { ChoiceForm } from "./view/choice-form.tsx";
import { Results } from "./view/results.tsx";

const route = getRouteApi("/session/projects/$project/evaluation");

/** How good a layer is, held against another. What is chosen stands in the address. */
export function EvaluationPage() {
  const params = route.useParams();
  const search = route.useSearch();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const choice = choiceOf(project.layers, search);
  if (!choice) {
    return (
      <EmptyState
        icon={ChartColumn}
        title={t("There is nothing to compare yet")}
        className="py-24"
        action={
          project.may.manage &&
          !project.archived && (
            <Link to="/projects/$project/import" params={params} className={buttonClass("primary")}>
              {t("Import a file")}
            </Link>
          )
        }
      >
        {t(
          "An evaluation holds one layer against another: import predictions and, into the hidden layer “gold”, what is right.",
        )}
      </EmptyState>
    );
  }
  return <Comparison choice={choice} />;
}

function Comparison({ choice }: { readonly choice: EvaluationChoice }) {
  const params = route.useParams();
  const navigate = useNavigate();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const run = useEvaluation(project.slug, choice);
  const change = (next: EvaluationChoice): void =>
    void navigate({
      to: "/projects/$project/evaluation",
      params,
      search: next,
      replace: true,
      resetScroll: false,
    });
  return (
    <Page
      title={t("Evaluation")}
      subtitle={t("Layers of {{name}}, one held against another", { name: project.name })}
    >
      <ChoiceForm project={project} choice={choice} onChange={change} />
      <Progress run={run} />
      <div aria-live="polite" aria-busy={run.running} className="flex flex-col gap-6">
        {run.data ? (
          run.data.segments === 0 ? (
            <EmptyState icon={ChartColumn} title={t("No segment is compared")}>
              {t(
                "“{{gold}}” says nothing of the segments that are chosen. Take something out of the filters, or choose another layer.",
                { gold: choice.gold },
              )}
            </EmptyState>
          ) : (
            <Results
              project={project}
              choice={choice}
              evaluation={run.data}
              onShow={(show) => change({ ...choice, show })}
            />
          )
        ) : run.error ? (
          <ErrorState title={t("This could not be evaluated")} onRetry={run.again}>
            {failureOf(run.error).message}
          </ErrorState>
        ) : run.cancelled ? (
          <EmptyState
            icon={ChartColumn}
            title={t("The evaluation was cancelled")}
            action={<Button onClick={run.again}>{t("Evaluate")}</Button>}
          />
        ) : (
          <>
            <span className="sr-only">{t("Evaluating")}</span>
            <Skeleton className="h-36" />
            <Skeleton className="h-72" />
          </>
        )}
      </div>
    </Page>
  );
}

/** How far a long one is, and the way to call it off. */
function Progress({ run: { progress, cancel } }: { readonly run: RunningEvaluation }) {
  if (!progress) return null;
  const { done, total } = progress;
  const counted = total > 0 && done < total;
  const text =
    total === 0
      ? t("Counting the segments")
      : counted
        ? t("{{done}} of {{total}} segments", { done: formatNumber(done), total: formatNumber(total) })
        : t("Drawing samples for the intervals");
  return (
    <div className="flex items-center gap-4 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="grow">
        <ProgressBar label={t("Evaluation")} value={counted ? done / total : null} text={text} />
        <p className="mt-1 text-ink-muted text-sm tabular-nums">{text}</p>
      </div>
      <Button onClick={cancel}>{t("Cancel")}</Button>
    </div>
  );
}
