import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** Why something that was asked for did not happen; stays beside the button that asked. */
export function FormError({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-2 rounded-md bg-bad-soft px-3 py-2 text-bad text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
