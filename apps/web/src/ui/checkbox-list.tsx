import { Checkbox } from "@base-ui/react/checkbox";
import { CheckboxGroup } from "@base-ui/react/checkbox-group";
import { Field } from "@base-ui/react/field";
import { Fieldset } from "@base-ui/react/fieldset";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

type CheckboxListProps<T extends string> = {
  readonly label: string;
  readonly hint?: string;
  readonly values: readonly T[];
  readonly options: readonly { readonly value: T; readonly content: ReactNode }[];
  readonly onChange: (values: readonly T[]) => void;
  readonly disabled?: boolean;
  /** Layout of the boxes. */
  readonly className?: string;
};

/** Any of several; the order of the result is that of the options. */
export function CheckboxList<T extends string>(props: CheckboxListProps<T>) {
  const {
    label,
    hint,
    values,
    options,
    onChange,
    disabled = false,
    className = "flex flex-wrap gap-x-6",
  } = props;
  const choose = (next: readonly string[]) =>
    onChange(options.map(({ value }) => value).filter((value) => next.includes(value)));
  return (
    <Field.Root>
      <Fieldset.Root
        className="flex flex-col gap-1"
        render={<CheckboxGroup value={[...values]} onValueChange={choose} disabled={disabled} />}
      >
        <Fieldset.Legend className="font-medium text-sm">
          {label} {hint && <span className="font-normal text-ink-muted">{hint}</span>}
        </Fieldset.Legend>
        <div className={className}>
          {options.map(({ value, content }) => (
            <Field.Item key={value} className="min-w-0">
              <Field.Label className="flex min-h-8 cursor-pointer items-center gap-2 has-data-disabled:cursor-default has-data-disabled:opacity-55">
                <Checkbox.Root
                  value={value}
                  className="grid size-4 shrink-0 place-items-center rounded-xs border border-control bg-surface data-checked:border-accent data-checked:bg-accent"
                >
                  <Checkbox.Indicator className="text-on-solid">
                    <Check aria-hidden className="size-3" strokeWidth={3} />
                  </Checkbox.Indicator>
                </Checkbox.Root>
                {content}
              </Field.Label>
            </Field.Item>
          ))}
        </div>
      </Fieldset.Root>
    </Field.Root>
  );
}
