import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { Spinner } from "./spinner.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "link" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-solid hover:bg-accent-hover shadow-sm",
  secondary: "border border-control/60 bg-surface text-ink hover:bg-hover active:bg-pressed shadow-sm",
  quiet: "text-ink hover:bg-hover active:bg-pressed",
  link: "text-accent-ink hover:bg-accent-soft",
  danger: "bg-bad text-on-solid hover:bg-bad-hover shadow-sm",
};
const sizes: Record<ButtonSize, string> = {
  sm: "h-7 px-2.5 text-sm gap-1.5",
  md: "h-8 px-3 text-base gap-2",
  lg: "h-10 px-4 text-base gap-2",
};

/** Classes of a button, for links that look like one. */
export const buttonClass = (variant: ButtonVariant = "secondary", size: ButtonSize = "md", extra?: string) =>
  clsx(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium transition-colors",
    "disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55",
    "forced-colors:border",
    variants[variant],
    sizes[size],
    extra,
  );

type ButtonProps = ComponentProps<"button"> & {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** Something it started is under way: shows a spinner in the same width and takes no more clicks. */
  readonly busy?: boolean;
};

export function Button({ variant, size, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      // Stays focusable while busy, so that the focus is not lost to the body.
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass(variant, size, clsx("relative", className))}
    >
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
      <span className={clsx("contents", busy && "*:invisible")}>
        {busy ? <span className="inline-flex items-center gap-2">{children}</span> : children}
      </span>
    </button>
  );
}
