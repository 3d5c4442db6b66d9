import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { formatNumber, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.ts";

export function DeleteProject({ project }: { readonly project: ProjectDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={t("Delete")} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5">
      <p className="min-w-0 grow basis-64 text-ink-muted">
        {t("Deletes the text and everything people decided about it. Export first what you want to keep.")}
      </p>
      <Button variant="danger" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden className="size-4" />
        {t("Delete the project")}
      </Button>
      {open && <DeleteDialog project={project} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function DeleteDialog({
  project,
  onClose,
}: {
  readonly project: ProjectDetail;
  readonly onClose: () => void;
}) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const remove = useMutation(
    trpc.projects.remove.mutationOptions({
      onSuccess: async ({ segments }) => {
        await navigate({ to: "/" });
        queryClient.removeQueries(trpc.projects.get.queryFilter({ project: project.slug }));
        void queryClient.invalidateQueries(trpc.projects.list.pathFilter());
        void queryClient.invalidateQueries(trpc.samples.pathFilter());
        toast(t('"{{name}}" is deleted', { name: project.name }), {
          description: plural(segments, "segment"),
          kind: "good",
        });
      },
    }),
  );
  const matches = typed.trim() === project.name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (matches && !remove.isPending) remove.mutate({ project: project.slug, confirmName: typed });
  };
  const { pending, accepted, rejected, skipped } = project.counts;
  const reviewed = accepted + rejected;
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('Delete "{{name}}"?', { name: project.name })}
      description={t("{{segments}} go, {{reviewed}} of them reviewed. This cannot be undone.", {
        segments: plural(pending + skipped + reviewed, "segment"),
        reviewed: formatNumber(reviewed),
      })}
    >
      <form noValidate onSubmit={submit}>
        <TextField
          label={t("Type the project’s name to delete it")}
          value={typed}
          onChange={setTyped}
          placeholder={project.name}
          error={remove.error ? failureOf(remove.error).message : undefined}
        />
        <DialogActions>
          <Button onClick={onClose}>{t("Keep it")}</Button>
          <Button type="submit" variant="danger" disabled={!matches} busy={remove.isPending}>
            {t("Delete for good")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
