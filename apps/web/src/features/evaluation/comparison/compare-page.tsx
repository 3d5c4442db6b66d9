import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ArrowLeftRight, GitCompareArrows } from "lucide-react";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Select } from "../../../ui/select.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/state.tsx";
import { AgainstGold } from "./against-gold.tsx";
import { Agreement } from "./agreement.tsx";
import { type ComparisonChoice, comparable, comparisonOf, rightLayers } from "./choice.ts";
import { Facts } from "./facts.tsx";

const route = getRouteApi("/session/projects/$project/runs/compare");

/** Two runs, or a run and a file, held against each other. What is chosen stands in the address. */
export function CompareRunsPage() {
  const params = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const choice = comparisonOf(project.layers, search);
  if (!choice) {
    return (
      <EmptyState
        icon={GitCompareArrows}
        title={t("There is nothing to compare yet")}
        className="py-24"
        action={
          <Link to="/projects/$project/runs" params={params} className={buttonClass("primary")}>
            {t("Go to the runs")}
          </Link>
        }
      >
        {t("Two results are needed: of two runs, or of a run and an imported file.")}
      </EmptyState>
    );
  }
  return (
    <Page
      title={t("Compare runs")}
      subtitle={t("What two engines say about the same segments, beside each other.")}
    >
      <Choice
        project={project}
        choice={choice}
        onChange={({ gold, ...layers }) => void navigate({ search: { ...layers, gold: gold ?? "" } })}
      />
      <Result project={project} choice={choice} />
    </Page>
  );
}

type ChoiceProps = {
  readonly project: ProjectDetail;
  readonly choice: ComparisonChoice;
  readonly onChange: (choice: ComparisonChoice) => void;
};

const NONE = "";

function Choice({ project, choice, onChange }: ChoiceProps) {
  const option = ({ name, annotations }: ProjectDetail["layers"][number]) => ({
    value: name,
    label: name,
    content: (
      <span>
        {name} <span className="text-ink-muted text-sm">{plural(annotations, "segment")}</span>
      </span>
    ),
  });
  const layers = comparable(project.layers);
  const { a, b, gold } = choice;
  const but = (other: string) => layers.filter(({ name }) => name !== other).map(option);
  return (
    <search
      aria-label={t("What is compared")}
      className="flex flex-wrap items-end gap-3 rounded-lg border border-line bg-surface p-4 shadow-sm print:hidden"
    >
      <Field label={t("A")} className="w-60 max-w-full">
        <Select options={but(b)} value={a} onChange={(next) => onChange({ ...choice, a: next })} />
      </Field>
      <IconButton
        icon={ArrowLeftRight}
        label={t("Swap A and B")}
        onClick={() => onChange({ ...choice, a: b, b: a })}
      />
      <Field label={t("B")} className="w-60 max-w-full">
        <Select options={but(a)} value={b} onChange={(next) => onChange({ ...choice, b: next })} />
      </Field>
      <Field label={t("What counts as right")} className="w-60 max-w-full sm:ms-auto">
        <Select
          options={[{ value: NONE, label: t("Nothing") }, ...rightLayers(project.layers).map(option)]}
          value={gold ?? NONE}
          onChange={(next) => onChange({ ...choice, gold: next === NONE ? undefined : next })}
        />
      </Field>
    </search>
  );
}

function Result({ project, choice }: Omit<ChoiceProps, "onChange">) {
  const { a, b, gold } = choice;
  const { data, error, refetch } = useQuery({
    ...trpc.runs.compare.queryOptions(
      { project: project.slug, a, b },
      { trpc: { context: { alone: true } } },
    ),
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (error && !data) {
    return (
      <ErrorState title={t("These could not be compared")} onRetry={() => void refetch()}>
        {failureOf(error).message}
      </ErrorState>
    );
  }
  if (!data) return <Skeleton className="h-60" />;
  return (
    <>
      <Agreement project={project} choice={choice} comparison={data} />
      {gold !== undefined && gold !== a && gold !== b && (
        <AgainstGold project={project.slug} choice={choice} gold={gold} />
      )}
      <Facts project={project} choice={choice} />
    </>
  );
}
