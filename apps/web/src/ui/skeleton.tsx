import { clsx } from "clsx";

/** Holds the place of what is loading; takes its space at once, becomes visible after 200 ms. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx("block animate-late rounded-sm bg-ink/8 forced-colors:border", className)}
    />
  );
}
