import { Field } from "@base-ui/react/field";
import { Switch } from "@base-ui/react/switch";
import type { ReactNode } from "react";

type SwitchFieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
};

export function SwitchField({ label, hint, checked, onChange, disabled = false }: SwitchFieldProps) {
  return (
    <Field.Root className="flex items-start gap-3" disabled={disabled}>
      <Switch.Root
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        className="group mt-0.5 flex h-5 w-9 shrink-0 items-center rounded-full border border-control bg-sunken px-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55"
      >
        <Switch.Thumb className="size-3.5 rounded-full bg-control transition-transform data-checked:translate-x-4 data-checked:bg-on-solid forced-colors:bg-[ButtonText]" />
      </Switch.Root>
      <div className="min-w-0">
        <Field.Label className="font-medium">{label}</Field.Label>
        {hint && <Field.Description className="text-ink-muted text-sm">{hint}</Field.Description>}
      </div>
    </Field.Root>
  );
}
