import type { TrainingShape, TrainingStage } from "@spanbridge/shared/contracts";
import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { buttonClass } from "../../../ui/button.tsx";
import { CheckboxList } from "../../../ui/checkbox-list.tsx";
import { Field } from "../../../ui/field.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { Select } from "../../../ui/select.tsx";
import { SwitchField } from "../../../ui/switch-field.tsx";
import { type TrainingSource, trainingAddress } from "../address.ts";
import { shapes, stages } from "../training-shapes.ts";
import { TrainingReport } from "./training-report.tsx";

/** What was chosen of the training data. */
export type TrainingChoice = {
  readonly shape: TrainingShape;
  readonly stages: TrainingStage[];
  readonly acceptedOnly: boolean;
};

type TrainingDataProps = {
  readonly project: string;
  readonly source: TrainingSource;
  /** Of the source text. */
  readonly language: string;
  /** Whether it is of what people worked on, so that what they accepted is meant. */
  readonly reviewed: boolean;
};

/** Training data: what it would be, and the archive with its configuration files. `children` may do more with the choice. */
export function TrainingData(
  props: TrainingDataProps & { readonly children?: (chosen: TrainingChoice) => ReactNode },
) {
  const { project, source, language, reviewed, children } = props;
  const [shape, setShape] = useState<TrainingShape>("sft-openai");
  const [chosen, setChosen] = useState<readonly TrainingStage[]>(stages.map(({ value }) => value));
  const [acceptedOnly, setAcceptedOnly] = useState(reviewed);
  const options = { shape, stages: [...chosen], acceptedOnly };
  const sequence = shape === "sequence-t5";
  const ready = sequence || chosen.length > 0;
  return (
    <>
      <Section
        title={t("Training data")}
        subtitle={t("To train the next model on what was corrected. Test data is never in it.")}
      >
        <div className="grid items-start gap-x-8 gap-y-5 p-5 lg:grid-cols-2">
          <div className="flex flex-col gap-5">
            <Field label={t("Kind")} hint={shapes.find(({ value }) => value === shape)?.hint}>
              <Select value={shape} options={shapes} onChange={setShape} />
            </Field>
            {!sequence && (
              <CheckboxList
                label={t("Stages")}
                className="flex flex-col"
                values={chosen}
                options={stages.map(({ value, label, hint }) => ({
                  value,
                  content: (
                    <span>
                      {label} <span className="text-ink-muted text-sm">{hint}</span>
                    </span>
                  ),
                }))}
                onChange={setChosen}
              />
            )}
            <SwitchField
              label={t("Only accepted segments")}
              hint={t("What nobody has looked at would teach a model its own mistakes.")}
              checked={acceptedOnly}
              onChange={setAcceptedOnly}
            />
            {ready && (
              <a
                href={trainingAddress(project, source, {
                  shape,
                  stage: chosen,
                  accepted: String(acceptedOnly),
                })}
                download
                className={buttonClass("primary", "md", "self-start")}
              >
                <Download aria-hidden className="size-4" />
                {t("Download training data")}
              </a>
            )}
          </div>
          {ready ? (
            <TrainingReport project={project} source={source} language={language} options={options} />
          ) : (
            <p className="text-ink-muted">{t("Choose a stage.")}</p>
          )}
        </div>
      </Section>
      {children?.(options)}
    </>
  );
}
