import { Select as Base } from "@base-ui/react/select";
import { clsx } from "clsx";
import { Check, ChevronDown } from "lucide-react";
import { controlClass } from "../../ui/field.tsx";
import { palette } from "../../ui/palette.ts";
import { itemClass, popupClass } from "../../ui/popup.ts";

type ColourSelectProps = {
  /** The accessible name, e.g. "Colour of PER". */
  readonly label: string;
  /** Index into the palette. */
  readonly value: number;
  readonly onChange: (colour: number) => void;
};

/** A colour of the palette, shown as it looks on text with its line style. */
export function ColourSelect({ label, value, onChange }: ColourSelectProps) {
  return (
    <Base.Root
      items={palette.map(({ index, name, line }) => ({ value: index, label: `${name}, ${line}` }))}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
    >
      <Base.Trigger
        aria-label={label}
        className={clsx(controlClass, "flex w-16 shrink-0 items-center justify-between gap-1.5 pe-1.5")}
      >
        <Sample colour={value} />
        {/* Read out; the sample says it to the eye. */}
        <Base.Value className="sr-only" />
        <ChevronDown aria-hidden className="size-3.5 text-ink-muted" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-hidden">
          <Base.Popup className={popupClass}>
            <Base.List className="grid grid-cols-2">
              {palette.map(({ index, name, line }) => (
                <Base.Item key={index} value={index} label={`${name}, ${line}`} className={itemClass}>
                  <Sample colour={index} />
                  <Base.ItemText className="grow">
                    {name} <span className="text-ink-muted text-xs">{line}</span>
                  </Base.ItemText>
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

function Sample({ colour }: { readonly colour: number }) {
  return (
    <span
      aria-hidden
      data-colour={colour}
      className="label-stroke inline-block h-5 w-8 shrink-0 rounded-t-xs bg-(--label-tint) text-center font-medium text-(--label-ink) text-xs leading-4"
    >
      Aa
    </span>
  );
}
