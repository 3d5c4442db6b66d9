import { clsx } from "clsx";

type LabelBadgeProps = { readonly name: string; readonly colour: number; readonly className?: string };

/** A label's name in its colour and line style. */
export function LabelBadge({ name, colour, className }: LabelBadgeProps) {
  return (
    <span
      data-colour={colour}
      className={clsx(
        "label-stroke inline-flex h-5 max-w-full items-center rounded-t-xs bg-(--label-tint) px-1.5 font-medium text-(--label-ink) text-xs",
        className,
      )}
    >
      <span className="truncate">{name}</span>
    </span>
  );
}
