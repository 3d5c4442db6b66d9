import { Field as Base } from "@base-ui/react/field";
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** Looks of everything one types into or chooses from, but for the width. */
export const controlClass =
  "h-8 min-w-0 rounded-md border border-control/70 bg-surface px-2.5 text-ink text-base transition-colors placeholder:text-ink-muted hover:border-control focus-visible:outline-offset-0 disabled:opacity-55 data-invalid:border-bad aria-invalid:border-bad";

type FieldProps = {
  readonly label: string;
  /** The label is read out but not shown. */
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong, as a sentence; undefined when nothing is. */
  readonly error?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A label, a control of Base UI, a hint and an error, tied together for assistive technology. */
export function Field({ label, hideLabel = false, hint, error, className, children }: FieldProps) {
  return (
    <Base.Root invalid={error !== undefined} className={clsx("flex min-w-0 flex-col gap-1", className)}>
      <Base.Label className={hideLabel ? "sr-only" : "w-fit font-medium text-sm"}>{label}</Base.Label>
      {children}
      {hint && <Base.Description className="text-ink-muted text-sm">{hint}</Base.Description>}
      <Base.Error match={error !== undefined} role="alert" className="text-bad text-sm">
        {error}
      </Base.Error>
    </Base.Root>
  );
}

type TextFieldProps = Omit<FieldProps, "children"> &
  Omit<ComponentProps<"input">, "onChange" | "className" | "value" | "defaultValue"> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

export function TextField({ label, hideLabel, hint, error, className, onChange, ...input }: TextFieldProps) {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      <Base.Control
        autoComplete="off"
        {...input}
        onValueChange={onChange}
        className={clsx(controlClass, "w-full [unicode-bidi:plaintext]")}
      />
    </Field>
  );
}

type TextAreaProps = Omit<FieldProps, "children"> &
  Omit<ComponentProps<"textarea">, "onChange" | "className" | "value" | "defaultValue"> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    /** As high as what is in it, from one line on. */
    readonly compact?: boolean;
  };

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, error, className, onChange, compact = false, ...area } = props;
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      <Base.Control
        render={<textarea {...area} />}
        value={area.value}
        onValueChange={onChange}
        className={clsx(
          controlClass,
          "h-auto! w-full [unicode-bidi:plaintext]",
          compact ? "field-sizing-content min-h-8 resize-none py-1" : "min-h-20 resize-y py-1.5",
        )}
      />
    </Field>
  );
}
