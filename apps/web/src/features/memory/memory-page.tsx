import type { MemoryEntry } from "@spanbridge/shared/contracts";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { BookMarked } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { formatNumber, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Select } from "../../ui/select.tsx";
import { EmptyState, ErrorState } from "../../ui/state.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { ProjectRest } from "../runs/index.ts";
import { EntryTable } from "./entry-table.tsx";
import { Exchange } from "./exchange.tsx";
import { Selection } from "./selection.tsx";
import { WikipediaPanel } from "./wikipedia/panel.tsx";

const route = getRouteApi("/session/projects/$project/memory");
const PAGE = 100;
const ALL = "(all)";
type Order = "uses" | "pivot" | "source" | "newest";

/** The names a project has confirmed: search, put right, merge, bring in and take out. */
export function MemoryPage() {
  const { project: slug } = route.useParams();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions({ project: slug }));
  const [text, setText] = useState("");
  const [label, setLabel] = useState(ALL);
  const [order, setOrder] = useState<Order>("uses");
  const [ambiguous, setAmbiguous] = useState(false);
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<readonly MemoryEntry[]>([]);
  const { data, error, refetch } = useQuery({
    ...trpc.memory.list.queryOptions({
      project: slug,
      text,
      ...(label !== ALL && { label }),
      ambiguous,
      order,
      offset,
      limit: PAGE,
    }),
    placeholderData: keepPreviousData,
  });
  const mayEdit = project.may.review && !project.archived;
  const mayManage = mayEdit && project.may.manage;
  const fromStart =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setOffset(0);
    };
  return (
    <Page
      title={t("Memory")}
      subtitle={t("Names that accepted segments have confirmed. Engines and models are told of them.")}
      width="xl"
      actions={
        <>
          {mayManage && data && data.total > 0 && <ProjectRest project={slug} />}
          <Exchange project={slug} mayEdit={mayEdit} mayImport={mayManage} />
        </>
      }
    >
      <Section
        title={data ? plural(data.total, "pair of names", "pairs of names") : t("Pairs of names")}
        className="flex flex-col"
      >
        <div className="flex flex-wrap items-end gap-3 border-line border-b p-4">
          <TextField
            label={t("Search")}
            value={text}
            onChange={fromStart(setText)}
            className="grow"
            type="search"
          />
          <div className="flex flex-col gap-1">
            <span className="font-medium text-sm">{t("Label")}</span>
            <Select
              label={t("Label")}
              className="w-32"
              value={label}
              onChange={fromStart(setLabel)}
              options={[
                { value: ALL, label: t("All") },
                ...project.labels.map(({ name }) => ({ value: name, label: name })),
              ]}
            />
          </div>
          <div className="flex flex-col gap-1">
            <span className="font-medium text-sm">{t("Order")}</span>
            <Select
              label={t("Order")}
              className="w-40"
              value={order}
              onChange={fromStart(setOrder)}
              options={[
                { value: "uses", label: t("Most used") },
                { value: "pivot", label: t("English name") },
                { value: "source", label: t("Source name") },
                { value: "newest", label: t("Newest") },
              ]}
            />
          </div>
          <SwitchField
            label={t("Only names with several readings")}
            checked={ambiguous}
            onChange={fromStart(setAmbiguous)}
          />
        </div>
        {mayManage && chosen.length > 0 && (
          <Selection project={slug} chosen={chosen} onDone={() => setChosen([])} />
        )}
        {error && !data ? (
          <ErrorState title={t("Memory could not be read")} onRetry={() => void refetch()}>
            {failureOf(error).message}
          </ErrorState>
        ) : data?.total === 0 ? (
          <EmptyState
            icon={BookMarked}
            title={text === "" && !ambiguous && label === ALL ? t("Nothing learnt yet") : t("Nothing fits")}
          >
            {t(
              "Accepting a segment teaches the names that are linked in it. A list can be imported too, and names can be looked up in Wikipedia.",
            )}
          </EmptyState>
        ) : (
          <EntryTable
            project={project}
            entries={data?.entries ?? []}
            mayEdit={mayEdit}
            mayChoose={mayManage}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
        {data && data.total > PAGE && (
          <div className="flex items-center justify-end gap-2 border-line border-t p-3 text-ink-muted text-sm tabular-nums">
            {t("{{value}} to {{value2}}", {
              value: formatNumber(offset + 1),
              value2: formatNumber(Math.min(offset + PAGE, data.total)),
            })}
            <Button size="sm" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - PAGE))}>
              {t("Before")}
            </Button>
            <Button size="sm" disabled={offset + PAGE >= data.total} onClick={() => setOffset(offset + PAGE)}>
              {t("After")}
            </Button>
          </div>
        )}
      </Section>
      <WikipediaPanel project={project} mayManage={mayManage} />
    </Page>
  );
}
