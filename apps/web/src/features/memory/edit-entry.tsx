import type { MemoryEntry, ProjectDetail } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { Field, TextField } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Select } from "../../ui/select.tsx";

const NONE = "(none)";

type EditEntryProps = {
  readonly project: ProjectDetail;
  readonly entry?: MemoryEntry;
  readonly onClose: () => void;
};

/** Writes a pair by hand. One that then says the same as another becomes one with it. */
export function EditEntry({ project, entry, onClose }: EditEntryProps) {
  const [pivot, setPivot] = useState(entry?.pivot ?? "");
  const [source, setSource] = useState(entry?.source ?? "");
  const [label, setLabel] = useState(entry?.label || NONE);
  const put = useMutation(
    trpc.memory.put.mutationOptions({
      onSuccess: onClose,
      onSettled: () => queryClient.invalidateQueries(trpc.memory.pathFilter()),
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={entry ? t("Edit the pair") : t("Add a pair")}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          put.mutate({
            project: project.slug,
            ...(entry && { id: entry.id }),
            pivot,
            source,
            label: label === NONE ? "" : label,
          });
        }}
      >
        <TextField
          label={t("English name")}
          value={pivot}
          onChange={setPivot}
          lang={project.pivotLang}
          required
        />
        <TextField
          label={t("Source name")}
          value={source}
          onChange={setSource}
          lang={project.sourceLang}
          required
        />
        <Field label={t("Label")}>
          <Select
            value={label}
            onChange={setLabel}
            options={[
              { value: NONE, label: t("None") },
              ...project.labels.map(({ name }) => ({ value: name, label: name })),
            ]}
          />
        </Field>
        {put.error && <FormError>{failureOf(put.error).message}</FormError>}
        <DialogActions>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={put.isPending}
            disabled={pivot.trim() === "" || source.trim() === ""}
          >
            {t("Save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
