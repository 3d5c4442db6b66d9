import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { said } from "./i18n/t.ts";
import { tip } from "./tooltip.ts";

type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  readonly icon: LucideIcon;
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  /** Shown in the tooltip, e.g. "Ctrl+Z". */
  readonly shortcut?: string;
  readonly size?: "sm" | "md";
};

export function IconButton({
  icon: Icon,
  label,
  shortcut,
  size = "md",
  className,
  ...rest
}: IconButtonProps) {
  const name = said(label);
  return (
    <button
      type="button"
      aria-label={name}
      {...tip(name, shortcut)}
      {...rest}
      className={clsx(
        "inline-grid shrink-0 place-items-center rounded-md text-ink-muted transition-colors hover:bg-hover hover:text-ink",
        "active:bg-pressed disabled:pointer-events-none disabled:opacity-45 aria-pressed:bg-accent-soft aria-pressed:text-accent-ink",
        "data-popup-open:bg-hover data-popup-open:text-ink",
        size === "sm" ? "size-6" : "size-8",
        className,
      )}
    >
      <Icon aria-hidden className={size === "sm" ? "size-3.5" : "size-4"} />
    </button>
  );
}
