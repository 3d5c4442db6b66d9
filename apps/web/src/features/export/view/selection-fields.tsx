import type { ReviewState } from "@spanbridge/shared";
import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { CheckboxList } from "../../../ui/checkbox-list.tsx";
import { formatNumber, plural } from "../../../ui/format.ts";
import { nameOfLanguage, t } from "../../../ui/i18n/t.ts";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { StateIcon, stateFaces } from "../../../ui/review-state.tsx";
import { DocumentChoice } from "./document-choice.tsx";

const states: readonly ReviewState[] = ["accepted", "rejected", "skipped", "pending"];

/** Which segments, and whose entities. Empty lists mean all. */
type Selection = {
  readonly layer: string;
  readonly states: readonly ReviewState[];
  readonly documents: readonly string[];
  readonly languages: readonly string[];
};

type SelectionFieldsProps<T extends Selection> = {
  readonly project: ProjectDetail;
  readonly choice: T;
  readonly disabled: boolean;
  readonly onChange: (choice: T) => void;
};

/** The part of a form that chooses segments; whatever else the choice holds is left as it is. */
export function SelectionFields<T extends Selection>(props: SelectionFieldsProps<T>) {
  const { project, choice, disabled, onChange } = props;
  return (
    <>
      <RadioCards
        label={t("Layer")}
        value={choice.layer}
        options={project.layers.map(({ name, kind, annotations }) => ({
          value: name,
          name,
          description:
            kind === "review"
              ? t("What people decided, and what they would start from where nobody has decided yet.")
              : t("As imported: {{segments}}.", { segments: plural(annotations, "segment") }),
        }))}
        disabled={disabled}
        onChange={(layer) => onChange({ ...choice, layer })}
      />
      <CheckboxList
        label={t("States")}
        hint={t("None ticked: all.")}
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
      {project.languages.length > 1 && (
        <CheckboxList
          label={t("Languages")}
          hint={t("None ticked: all.")}
          className="flex flex-wrap gap-x-6"
          disabled={disabled}
          values={choice.languages}
          options={project.languages.map((value) => ({ value, content: nameOfLanguage(value) }))}
          onChange={(languages) => onChange({ ...choice, languages })}
        />
      )}
      <DocumentChoice
        project={project.slug}
        chosen={choice.documents}
        disabled={disabled}
        onChange={(documents) => onChange({ ...choice, documents })}
      />
    </>
  );
}
