import { useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.ts";
import { SelectionFields } from "../export/index.ts";
import { type DraftErrors, errorsOf, planOf, startDraft } from "./draft.ts";
import { MachineLayer } from "./view/machine-layer.tsx";
import { PlanPreview } from "./view/plan-preview.tsx";
import { SplitFields } from "./view/split-fields.tsx";

const route = getRouteApi("/session/projects/$project/snapshots/new");

export function NewSnapshotPage() {
  const params = route.useParams();
  const navigate = useNavigate();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const { data: earlier = [] } = useQuery(trpc.snapshots.list.queryOptions(params));
  const [draft, setDraft] = useState(() =>
    // Before anything is accepted there is still something to freeze.
    project.counts.accepted > 0 ? startDraft : { ...startDraft, states: [] },
  );
  const [tried, setTried] = useState(false);
  const errors: DraftErrors = tried ? errorsOf(draft) : {};
  const plan = planOf(draft);
  const create = useMutation(
    trpc.snapshots.create.mutationOptions({
      onSuccess: async ({ name }) => {
        void queryClient.invalidateQueries(trpc.snapshots.list.pathFilter());
        await navigate({
          to: "/projects/$project/snapshot/$snapshot",
          params: { ...params, snapshot: name },
        });
        toast(t('"{{name}}" is frozen', { name }), { kind: "good" });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!plan || Object.keys(errorsOf(draft)).length > 0 || create.isPending) return;
    create.mutate({ ...params, name: draft.name.trim(), note: draft.note.trim(), plan });
  };

  return (
    <Page
      title={t("Freeze a snapshot")}
      subtitle={t("A dataset version that never changes, whatever is edited later.")}
      width="2xl"
    >
      <form
        noValidate
        onSubmit={submit}
        className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
      >
        <Section title={t("What to freeze")} className="flex flex-col gap-6 p-5">
          <TextField
            label={t("Name")}
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
            error={errors.name}
            placeholder="e.g. v1"
            maxLength={80}
            required
          />
          <TextField
            label={t("Note")}
            hint={t("Why, for those who come later.")}
            value={draft.note}
            onChange={(note) => setDraft({ ...draft, note })}
            maxLength={2000}
          />
          <SelectionFields project={project} choice={draft} disabled={create.isPending} onChange={setDraft} />
          <MachineLayer
            project={project}
            value={draft.machineLayer}
            onChange={(machineLayer) => setDraft({ ...draft, machineLayer })}
          />
          <SplitFields draft={draft} errors={errors} earlier={earlier} onChange={setDraft} />
        </Section>
        <div className="flex flex-col gap-4 lg:sticky lg:top-18">
          <PlanPreview project={project.slug} plan={plan} />
          {create.error && <FormError>{failureOf(create.error).message}</FormError>}
          <div className="flex justify-end gap-2">
            <Link to="/projects/$project/snapshots" params={params} className={buttonClass("quiet")}>
              {t("Cancel")}
            </Link>
            <Button type="submit" variant="primary" busy={create.isPending}>
              {t("Freeze")}
            </Button>
          </div>
        </div>
      </form>
    </Page>
  );
}
