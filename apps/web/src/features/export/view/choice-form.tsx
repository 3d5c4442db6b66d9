import type { ReviewState } from "@spanbridge/shared";
import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { CheckboxList } from "../../../ui/checkbox-list.tsx";
import { formatNumber, plural } from "../../../ui/format.ts";
import { Section } from "../../../ui/page.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { StateIcon, stateFaces } from "../../../ui/review-state.tsx";
import { FormatOptions } from "../../formats/index.ts";
import { type ExportChoice, formats, optionsOf } from "../options.ts";
import { DocumentChoice } from "./document-choice.tsx";

const states: readonly ReviewState[] = ["accepted", "rejected", "skipped", "pending"];

type ChoiceFormProps = {
  readonly project: ProjectDetail;
  readonly choice: ExportChoice;
  readonly disabled: boolean;
  readonly onChange: (choice: ExportChoice) => void;
};

export function ChoiceForm({ project, choice, disabled, onChange }: ChoiceFormProps) {
  return (
    <Section title="What to export" className="flex flex-col gap-6 p-5">
      <RadioCards
        label="Format"
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
      <RadioCards
        label="Layer"
        value={choice.layer}
        options={project.layers.map(({ name, kind, annotations }) => ({
          value: name,
          name,
          description:
            kind === "review"
              ? "What people decided, and what they would start from where nobody has decided yet."
              : `As imported: ${plural(annotations, "segment")}.`,
        }))}
        disabled={disabled}
        onChange={(layer) => onChange({ ...choice, layer })}
      />
      <CheckboxList
        label="States"
        hint="None ticked: all."
        disabled={disabled}
        values={choice.states}
        options={states.map((state) => ({
          value: state,
          content: (
            <span className="flex items-center gap-2">
              <StateIcon state={state} />
              {stateFaces[state].name}
              <span className="text-ink-muted text-sm tabular-nums">
                {formatNumber(project.counts[state])}
              </span>
            </span>
          ),
        }))}
        onChange={(chosen) => onChange({ ...choice, states: chosen })}
      />
      <DocumentChoice
        project={project.slug}
        chosen={choice.documents}
        disabled={disabled}
        onChange={(documents) => onChange({ ...choice, documents })}
      />
    </Section>
  );
}
