import type { OptionSpec } from "@spanbridge/formats";
import type { OptionValues } from "@spanbridge/shared/contracts";
import { Field, TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";

type FormatOptionsProps = {
  readonly specs: readonly OptionSpec[];
  /** Only what differs from the defaults. */
  readonly values: OptionValues;
  readonly onChange: (values: OptionValues) => void;
  readonly disabled?: boolean;
};

/** A form for the options of any format, from their descriptions. */
export function FormatOptions({ specs, values, onChange, disabled = false }: FormatOptionsProps) {
  const set = (spec: OptionSpec, value: string) => {
    const { [spec.key]: _, ...others } = values;
    onChange(value === String(spec.default) ? others : { ...others, [spec.key]: value });
  };
  return specs.map((spec) => (
    <Option
      key={spec.key}
      spec={spec}
      value={values[spec.key] ?? String(spec.default)}
      onChange={(value) => set(spec, value)}
      disabled={disabled}
    />
  ));
}

type OptionProps = {
  readonly spec: OptionSpec;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled: boolean;
};

function Option({ spec, value, onChange, disabled }: OptionProps) {
  const { title: label, hint } = spec;
  switch (spec.kind) {
    case "enum":
      return (
        <Field label={label} hint={hint}>
          <Select
            options={spec.choices.map((choice) => ({ value: choice.value, label: choice.title }))}
            value={value}
            onChange={onChange}
            disabled={disabled}
          />
        </Field>
      );
    case "boolean":
      return (
        <SwitchField
          label={label}
          hint={hint}
          checked={value === "true"}
          onChange={(checked) => onChange(String(checked))}
          disabled={disabled}
        />
      );
    case "text":
    case "column":
    case "map":
      return (
        <TextField
          label={label}
          hint={hint}
          value={value}
          onChange={onChange}
          placeholder={spec.placeholder}
          disabled={disabled}
          spellCheck={false}
        />
      );
  }
}
