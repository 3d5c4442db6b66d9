import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { RadioCards, type RadioOption } from "../../../ui/radio-cards.tsx";
import { SwitchField } from "../../../ui/switch-field.tsx";
import type { ImportOptions } from "../upload.ts";

const layers: readonly RadioOption<ImportOptions["layer"]>[] = [
  {
    value: "predictions",
    name: t("To be reviewed"),
    description: t(
      "What a machine found, or text without entities. People start from it. (Layer: predictions)",
    ),
  },
  {
    value: "gold",
    name: t("To measure against"),
    description: t("A known right answer, not shown to those who review. (Layer: gold)"),
  },
];

type OptionsFormProps = {
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
};

export function OptionsForm({ options, onChange }: OptionsFormProps) {
  return (
    <Section title={t("How it goes in")} className="flex flex-col gap-5 p-4">
      <RadioCards
        label={t("The spans in this file are")}
        value={options.layer}
        options={layers}
        onChange={(layer) => onChange({ ...options, layer })}
      />
      <SwitchField
        label={t("Refuse the whole file if any row is bad")}
        hint={t("Off: bad rows are left out and reported, the rest goes in.")}
        checked={options.strict}
        onChange={(strict) => onChange({ ...options, strict })}
      />
    </Section>
  );
}
