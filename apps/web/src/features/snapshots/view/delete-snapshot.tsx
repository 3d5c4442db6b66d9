import type { SnapshotInfo } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog, DialogActions } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/field.tsx";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { toast } from "../../../ui/toast.ts";

type Props = { readonly project: string; readonly snapshot: SnapshotInfo };

export function DeleteSnapshot(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={t("Delete")} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5">
      <p className="min-w-0 grow basis-64 text-ink-muted">
        {t("Whoever trained or measured on it can no longer get the same data from here.")}
      </p>
      <Button variant="danger" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden className="size-4" />
        {t("Delete the snapshot")}
      </Button>
      {open && <DeleteDialog {...props} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function DeleteDialog({ project, snapshot, onClose }: Props & { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const { name, segments } = snapshot;
  const remove = useMutation(
    trpc.snapshots.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: "/projects/$project/snapshots", params: { project } });
        queryClient.removeQueries(trpc.snapshots.get.queryFilter({ project, snapshot: name }));
        void queryClient.invalidateQueries(trpc.snapshots.list.pathFilter());
        toast(t('"{{name}}" is deleted', { name }), { kind: "good" });
      },
    }),
  );
  const matches = typed.trim() === name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (matches && !remove.isPending) remove.mutate({ project, snapshot: name, confirmName: typed });
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('Delete "{{name}}"?', { name })}
      description={t("{{segments}} go; the project stays as it is. This cannot be undone.", {
        segments: plural(segments, "frozen segment"),
      })}
    >
      <form noValidate onSubmit={submit}>
        <TextField
          label={t("Type the snapshot’s name to delete it")}
          value={typed}
          onChange={setTyped}
          placeholder={name}
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
