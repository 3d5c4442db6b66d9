import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { FormatOptions } from "../../formats/index.ts";
import { type ExportChoice, formats, optionsOf } from "../options.ts";
import { SelectionFields } from "./selection-fields.tsx";

type ChoiceFormProps = {
  readonly project: ProjectDetail;
  readonly choice: ExportChoice;
  readonly disabled: boolean;
  readonly onChange: (choice: ExportChoice) => void;
};

export function ChoiceForm({ project, choice, disabled, onChange }: ChoiceFormProps) {
  return (
    <Section title={t("What to export")} className="flex flex-col gap-6 p-5">
      <RadioCards
        label={t("Format")}
        value={choice.format}
        options={formats}
        disabled={disabled}
        onChange={(format) => onChange({ ...choice, format, formatOptions: {} })}
      />
      <FormatOptions
        specs={optionsOf(choice.format)}
        values={choice.formatOptions}
        disabled={disabled}
        onChange={(formatOptions) => onChange({ ...choice, formatOptions })}
      />
      <SelectionFields project={project} choice={choice} disabled={disabled} onChange={onChange} />
    </Section>
  );
}
