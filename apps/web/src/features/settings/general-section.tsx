import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { type FormEvent, useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { TextField } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { toast } from "../../ui/toast.ts";
import { ArchiveProject } from "./archive-project.tsx";
import { DeleteProject } from "./delete-project.tsx";
import { SaveBar } from "./save-bar.tsx";
import { useUpdateProject } from "./use-update-project.ts";

type Changes = { readonly name?: string; readonly allowOverlap?: boolean };

export function GeneralSection({ project }: { readonly project: ProjectDetail }) {
  const [changes, setChanges] = useState<Changes>({});
  const update = useUpdateProject();
  const name = changes.name ?? project.name;
  const allowOverlap = changes.allowOverlap ?? project.allowOverlap;
  const dirty = name !== project.name || allowOverlap !== project.allowOverlap;
  const nameError = name.trim() === "" ? t("Give the project a name.") : undefined;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!dirty || nameError || update.isPending) return;
    update.mutate(
      { project: project.slug, data: { name, allowOverlap } },
      {
        onSuccess: () => {
          setChanges({});
          toast(t("Saved"), { kind: "good", id: "settings" });
        },
      },
    );
  };

  return (
    <>
      <Section title={t("General")}>
        <form noValidate onSubmit={save} className="flex flex-col gap-5 p-5">
          <TextField
            label={t("Name")}
            value={name}
            onChange={(value) => setChanges((now) => ({ ...now, name: value }))}
            error={nameError}
            hint={`The address stays /projects/${project.slug}.`}
            maxLength={120}
          />
          <SwitchField
            label={t("Spans may overlap")}
            hint={t(
              "Off: a new span cannot cover text that another of the same side covers. What overlaps already stays.",
            )}
            checked={allowOverlap}
            onChange={(value) => setChanges((now) => ({ ...now, allowOverlap: value }))}
          />
          {update.error && <FormError>{failureOf(update.error).message}</FormError>}
          <SaveBar dirty={dirty} busy={update.isPending} onDiscard={() => setChanges({})} />
        </form>
      </Section>
      <ArchiveProject project={project} />
      <DeleteProject project={project} />
    </>
  );
}
