import { importCodecs } from "@spanbridge/formats";
import { Field } from "../../../ui/field.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Select } from "../../../ui/select.tsx";

type FormatSelectProps = {
  readonly label: string;
  /** Null: nothing is chosen yet. */
  readonly value: string | null;
  readonly onChange: (format: string) => void;
};

const NONE = "";

const formats = importCodecs.map(({ id, title, summary }) => ({
  value: id,
  label: title,
  content: (
    <span className="flex max-w-md flex-col">
      <span>{title}</span>
      <span className="text-ink-muted text-sm">{summary}</span>
    </span>
  ),
}));

/** Every format that can be imported. */
export function FormatSelect({ label, value, onChange }: FormatSelectProps) {
  const options = value === null ? [{ value: NONE, label: t("Choose a format") }, ...formats] : formats;
  return (
    <Field label={label}>
      <Select
        options={options}
        value={value ?? NONE}
        onChange={(format) => format !== NONE && onChange(format)}
      />
    </Field>
  );
}
