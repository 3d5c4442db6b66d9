import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog, DialogActions } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { t } from "./i18n/t.ts";
import { Section } from "./page.tsx";

type Props = {
  /** What has to be typed. */
  readonly name: string;
  readonly action: string;
  /** What is lost, said before anything is opened and again in the dialog. */
  readonly warning: string;
  readonly description: string;
  readonly fieldLabel: string;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onDelete: (typed: string) => void;
};

/** The end of a settings page: deletes what cannot be brought back, after its name was typed. */
export function DeleteByName({ action, warning, ...dialog }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={t("Delete")} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5">
      <p className="min-w-0 grow basis-64 text-ink-muted">{warning}</p>
      <Button variant="danger" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden className="size-4" />
        {action}
      </Button>
      {open && <DeleteDialog {...dialog} onClose={() => setOpen(false)} />}
    </Section>
  );
}

type DialogProps = Omit<Props, "action" | "warning"> & { readonly onClose: () => void };

function DeleteDialog({ name, description, fieldLabel, busy, error, onDelete, onClose }: DialogProps) {
  const [typed, setTyped] = useState("");
  const matches = typed.trim() === name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (matches && !busy) onDelete(typed);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('Delete "{{name}}"?', { name })}
      description={description}
    >
      <form noValidate onSubmit={submit}>
        <TextField label={fieldLabel} value={typed} onChange={setTyped} placeholder={name} error={error} />
        <DialogActions>
          <Button onClick={onClose}>{t("Keep it")}</Button>
          <Button type="submit" variant="danger" disabled={!matches} busy={busy}>
            {t("Delete for good")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
