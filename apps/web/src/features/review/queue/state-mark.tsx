import type { ReviewState } from "@spanbridge/shared";
import { Flag } from "lucide-react";
import { t } from "../../../ui/i18n/t.ts";
import { StateIcon, stateFaces } from "../../../ui/review-state.tsx";

/** A segment's state as an icon, said in words to screen readers. */
export function StateMark({ state, flagged }: { readonly state: ReviewState; readonly flagged: boolean }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1">
      <StateIcon state={state} className="size-3.5" />
      <span className="sr-only">{stateFaces[state].name}</span>
      {flagged && (
        <>
          <Flag aria-hidden className="size-3 fill-current text-warn" />
          <span className="sr-only">{t(", flagged")}</span>
        </>
      )}
    </span>
  );
}
