import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { trpc } from "../../app/trpc.ts";
import { buttonClass } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { SelectionFields } from "../export/index.ts";
import { errorsOf, planOf, startDraft } from "./draft.ts";
import { MachineLayer } from "./view/machine-layer.tsx";
import { PlanPreview } from "./view/plan-preview.tsx";
import { SplitFields } from "./view/split-fields.tsx";
import { TrainingData } from "./view/training-data.tsx";

const route = getRouteApi("/session/projects/$project/training");

/** Training data straight from the project as it is, without a snapshot. */
export function TrainingPage() {
  const params = route.useParams();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const { data: earlier = [] } = useQuery(trpc.snapshots.list.queryOptions(params));
  const [draft, setDraft] = useState(() => ({
    ...startDraft,
    ...(project.counts.accepted === 0 && { states: [] }),
  }));
  const plan = planOf(draft);
  return (
    <Page
      title={t("Training data")}
      subtitle={t("From a selection as it is now. What a snapshot holds out is never in it.")}
      width="2xl"
      actions={
        <Link to="/projects/$project/snapshots" params={params} className={buttonClass()}>
          {t("Snapshots")}
        </Link>
      }
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Section title={t("What to train on")} className="flex flex-col gap-6 p-5">
          <SelectionFields project={project} choice={draft} disabled={false} onChange={setDraft} />
          <MachineLayer
            project={project}
            value={draft.machineLayer}
            onChange={(machineLayer) => setDraft({ ...draft, machineLayer })}
          />
          <SplitFields
            draft={draft}
            errors={errorsOf({ ...draft, name: "x" })}
            earlier={earlier}
            onChange={setDraft}
          />
        </Section>
        <div className="lg:sticky lg:top-18">
          <PlanPreview project={project.slug} plan={plan} />
        </div>
      </div>
      {plan && (
        <TrainingData
          project={project.slug}
          source={{ plan }}
          language={project.sourceLang}
          reviewed={draft.layer === "review"}
        />
      )}
    </Page>
  );
}
