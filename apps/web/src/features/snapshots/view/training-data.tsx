import type { SnapshotDetail, TrainingShape, TrainingStage } from "@spanbridge/shared/contracts";
import { Download } from "lucide-react";
import { useState } from "react";
import { buttonClass } from "../../../ui/button.tsx";
import { CheckboxList } from "../../../ui/checkbox-list.tsx";
import { Field } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { Select } from "../../../ui/select.tsx";
import { SwitchField } from "../../../ui/switch-field.tsx";
import { FineTuning } from "../../fine-tuning/index.ts";
import { trainingAddress } from "../address.ts";
import { shapes, stages } from "../training-shapes.ts";
import { TrainingReport } from "./training-report.tsx";

type TrainingDataProps = {
  readonly project: string;
  readonly snapshot: SnapshotDetail;
  /** Whether this person may have it sent to an endpoint. */
  readonly mayTrain: boolean;
};

/** Training data made of the snapshot: what it would be, the archive with its configuration files, and where it was sent. */
export function TrainingData({ project, snapshot: { name, manifest }, mayTrain }: TrainingDataProps) {
  const [shape, setShape] = useState<TrainingShape>("sft-openai");
  const [chosen, setChosen] = useState<readonly TrainingStage[]>(stages.map(({ value }) => value));
  const [acceptedOnly, setAcceptedOnly] = useState(manifest.plan.layer === "review");
  const options = { shape, stages: [...chosen], acceptedOnly };
  const sequence = shape === "sequence-t5";
  const ready = sequence || chosen.length > 0;
  return (
    <>
      <Section
        title="Training data"
        subtitle="To train the next model on what was corrected. Test data is never in it."
      >
        <div className="grid items-start gap-x-8 gap-y-5 p-5 lg:grid-cols-2">
          <div className="flex flex-col gap-5">
            <Field label="Kind" hint={shapes.find(({ value }) => value === shape)?.hint}>
              <Select value={shape} options={shapes} onChange={setShape} />
            </Field>
            {!sequence && (
              <CheckboxList
                label="Stages"
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
              label="Only accepted segments"
              hint="What nobody has looked at would teach a model its own mistakes."
              checked={acceptedOnly}
              onChange={setAcceptedOnly}
            />
            {ready && (
              <a
                href={trainingAddress(project, name, {
                  shape,
                  stage: chosen,
                  accepted: String(acceptedOnly),
                })}
                download
                className={buttonClass("primary", "md", "self-start")}
              >
                <Download aria-hidden className="size-4" />
                Download training data
              </a>
            )}
          </div>
          {ready ? (
            <TrainingReport
              project={project}
              snapshot={name}
              language={manifest.project.sourceLang}
              options={options}
            />
          ) : (
            <p className="text-ink-muted">Choose a stage.</p>
          )}
        </div>
      </Section>
      {mayTrain && (
        <FineTuning
          project={project}
          snapshot={name}
          chosen={shape === "sft-openai" ? { stages: chosen, acceptedOnly } : null}
        />
      )}
    </>
  );
}
