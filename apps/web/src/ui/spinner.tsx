import { clsx } from "clsx";
import { LoaderCircle } from "lucide-react";

export function Spinner({ className }: { readonly className?: string }) {
  return <LoaderCircle aria-hidden className={clsx("size-4 animate-spin", className)} />;
}

/** For places where only waiting is shown; invisible for the first 200 ms, so that quick answers do not flicker. */
export function Waiting({ label }: { readonly label: string }) {
  return (
    <p
      role="status"
      className="flex animate-late items-center justify-center gap-2 p-8 text-ink-muted text-sm"
    >
      <Spinner />
      {label}
    </p>
  );
}
