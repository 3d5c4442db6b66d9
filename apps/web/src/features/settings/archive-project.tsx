import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { Archive, ArchiveRestore } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.ts";
import { useUpdateProject } from "./use-update-project.ts";

export function ArchiveProject({ project }: { readonly project: ProjectDetail }) {
  const update = useUpdateProject();
  const { archived } = project;
  const change = () =>
    update.mutate(
      { project: project.slug, data: { archived: !archived } },
      { onSuccess: () => toast(archived ? t("Restored") : t("Archived"), { kind: "good", id: "settings" }) },
    );
  const Icon = archived ? ArchiveRestore : Archive;
  return (
    <Section title={archived ? t("Restore") : t("Archive")} className="flex flex-col gap-3 p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="min-w-0 grow basis-64 text-ink-muted">
          {archived
            ? t("This project is archived: it can be looked at and exported, not changed.")
            : t(
                "An archived project leaves the list. It can be looked at and exported, not changed, and restored at any time.",
              )}
        </p>
        <Button busy={update.isPending} onClick={change}>
          <Icon aria-hidden className="size-4" />
          {archived ? t("Restore the project") : t("Archive the project")}
        </Button>
      </div>
      {update.error && <FormError>{failureOf(update.error).message}</FormError>}
    </Section>
  );
}
