import { Select as Base } from "@base-ui/react/select";
import { clsx } from "clsx";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { controlClass } from "./field.tsx";
import { itemClass, popupClass } from "./popup.ts";

export type SelectOption<T extends string> = {
  readonly value: T;
  /** What the closed select and assistive technology say. */
  readonly label: string;
  /** What the open list shows instead, where it is more than the label. */
  readonly content?: ReactNode;
};

type SelectProps<T extends string> = {
  readonly options: readonly SelectOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** The accessible name, where no `Field` around it gives one. */
  readonly label?: string;
  readonly disabled?: boolean;
  /** The width; all there is by default. */
  readonly className?: string;
};

export function Select<T extends string>(props: SelectProps<T>) {
  const { options, value, onChange, label, disabled, className = "w-full" } = props;
  return (
    <Base.Root
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
    >
      <Base.Trigger
        aria-label={label}
        className={clsx(controlClass, "flex items-center justify-between gap-2 text-start", className)}
      >
        <Base.Value className="truncate" />
        <Base.Icon>
          <ChevronsUpDown aria-hidden className="size-3.5 text-ink-muted" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          sideOffset={4}
          alignItemWithTrigger={false}
          collisionPadding={8}
          className="z-50 outline-hidden"
        >
          <Base.Popup className={clsx(popupClass, "min-w-(--anchor-width)")}>
            <Base.List>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} label={option.label} className={itemClass}>
                  <Base.ItemText className="grow">{option.content ?? option.label}</Base.ItemText>
                  <Base.ItemIndicator>
                    <Check aria-hidden className="size-4" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
