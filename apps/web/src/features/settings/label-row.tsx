import type { Label } from "@spanbridge/shared/contracts";
import { ArrowDown, ArrowUp, Trash2, Undo2 } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { t } from "../../ui/i18n/t.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { LabelBadge } from "../../ui/label-badge.tsx";
import { ColourSelect } from "./colour-select.tsx";
import type { LabelChange, LabelDraft, LabelErrors } from "./label-draft.ts";
import { LabelGrip } from "./label-grip.tsx";

type LabelRowProps = {
  readonly label: LabelDraft;
  readonly first: boolean;
  readonly last: boolean;
  readonly errors: LabelErrors | undefined;
  /** What the server said about this label, at the last attempt to save. */
  readonly refusal: string | undefined;
  readonly onChange: (change: LabelChange) => void;
};

export function LabelRow({ label, first, last, errors, refusal, onChange }: LabelRowProps) {
  const { key, name, colour, hotkey, description, original, removed } = label;
  const set = (fields: Partial<Label>) => onChange({ kind: "set", key, fields });
  const shownName = name || t("the new label");
  if (removed) {
    return (
      <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
        <LabelBadge name={original ?? name} colour={colour} className="opacity-60" />
        <span className="grow text-ink-muted text-sm">{t("Removed when you save.")}</span>
        <Button size="sm" variant="quiet" onClick={() => onChange({ kind: "restore", key })}>
          <Undo2 aria-hidden className="size-3.5" />
          {t("Keep {{name}}", { name: original ?? name })}
        </Button>
        {refusal && (
          <p role="alert" className="basis-full text-bad text-sm">
            {refusal}
          </p>
        )}
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-start gap-2 px-4 py-3 md:flex-nowrap">
      <LabelGrip label={key} onChange={onChange} />
      <ColourSelect
        label={t("Colour of {{shownName}}", { shownName })}
        value={colour}
        onChange={(next) => set({ colour: next })}
      />
      <TextField
        label={t("Name of {{original}}", { original: original ?? "the new label" })}
        hideLabel
        placeholder={t("Name")}
        value={name}
        onChange={(value) => set({ name: value.trim() })}
        error={errors?.name ?? refusal}
        maxLength={60}
        className="w-32 grow md:w-36 md:grow-0"
      />
      <TextField
        label={t("Key of {{shownName}}", { shownName })}
        hideLabel
        placeholder={t("Key")}
        value={hotkey}
        onChange={(value) => set({ hotkey: value.trim().toLowerCase().slice(-1) })}
        error={errors?.hotkey}
        className="w-14 shrink-0"
      />
      <TextArea
        label={t("Description of {{shownName}}", { shownName })}
        hideLabel
        placeholder={t("What it covers")}
        value={description}
        onChange={(value) => set({ description: value })}
        error={errors?.description}
        maxLength={2000}
        rows={1}
        compact
        className="order-last basis-full md:order-none md:basis-0 md:grow"
      />
      <div className="ms-auto flex shrink-0">
        <IconButton
          icon={ArrowUp}
          label={t("Move {{shownName}} up", { shownName })}
          disabled={first}
          onClick={() => onChange({ kind: "move", key, by: -1 })}
        />
        <IconButton
          icon={ArrowDown}
          label={t("Move {{shownName}} down", { shownName })}
          disabled={last}
          onClick={() => onChange({ kind: "move", key, by: 1 })}
        />
        <IconButton
          icon={Trash2}
          label={t("Remove {{shownName}}", { shownName })}
          onClick={() => onChange({ kind: "remove", key })}
        />
      </div>
    </li>
  );
}
