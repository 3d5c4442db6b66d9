import { Field } from "@base-ui/react/field";
import { Fieldset } from "@base-ui/react/fieldset";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";

export type RadioOption<T extends string> = {
  readonly value: T;
  readonly name: string;
  readonly description: ReactNode;
  /** Below the name and the description. */
  readonly detail?: ReactNode;
};

type RadioCardsProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly RadioOption<T>[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
};

/** One out of few, each explained. */
export function RadioCards<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
}: RadioCardsProps<T>) {
  return (
    <Field.Root>
      <Fieldset.Root
        className="flex flex-col gap-1"
        render={
          <RadioGroup
            value={value}
            onValueChange={(next: T) => onChange(next)}
            disabled={disabled ?? false}
          />
        }
      >
        <Fieldset.Legend className="font-medium text-sm">{label}</Fieldset.Legend>
        <div className="flex flex-col rounded-md border border-line bg-surface">
          {options.map((option) => (
            <Field.Item
              key={option.value}
              className="relative flex gap-2.5 border-line border-b px-3 py-2.5 last:border-b-0 hover:bg-hover has-data-checked:bg-accent-soft has-data-disabled:opacity-55"
            >
              <Radio.Root
                value={option.value}
                className="relative z-1 mt-0.75 grid size-4 shrink-0 place-items-center rounded-full border border-control bg-surface data-checked:border-accent"
              >
                <Radio.Indicator className="size-2 rounded-full bg-accent forced-colors:bg-[Highlight]" />
              </Radio.Root>
              <div className="min-w-0">
                {/* The whole card is the label's; what it says is only the name. */}
                <Field.Label className="cursor-pointer font-medium after:absolute after:inset-0 data-disabled:cursor-default">
                  {option.name}
                </Field.Label>
                {/* What formats say of themselves is English in every interface. */}
                <Field.Description className="text-ink-muted text-sm">
                  <bdi>{option.description}</bdi>
                </Field.Description>
                {option.detail}
              </div>
            </Field.Item>
          ))}
        </div>
      </Fieldset.Root>
    </Field.Root>
  );
}
