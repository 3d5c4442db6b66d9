import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { Field } from "../../../ui/field.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Select } from "../../../ui/select.tsx";

type MachineLayerProps = {
  readonly project: ProjectDetail;
  /** Empty: none. */
  readonly value: string;
  readonly onChange: (layer: string) => void;
};

/** Which layer says what a machine had said: the rejected answers of preference pairs. */
export function MachineLayer({ project, value, onChange }: MachineLayerProps) {
  const machines = project.layers.filter(({ kind }) => kind === "predictions" || kind === "run");
  return (
    <Field
      label={t("What the machine said")}
      hint={t("The rejected answer of a preference pair, where people changed it.")}
    >
      <Select
        value={machines.some(({ name }) => name === value) ? value : ""}
        options={[
          ...machines.map(({ name }) => ({ value: name, label: name })),
          { value: "", label: t("Nothing: no preference pairs") },
        ]}
        onChange={onChange}
      />
    </Field>
  );
}
