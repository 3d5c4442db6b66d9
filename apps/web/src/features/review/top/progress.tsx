import type { StateCounts } from "@spanbridge/shared/contracts";
import { formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";

/** How much of the project is decided: accepted and rejected, of all. */
export function Progress({ counts }: { readonly counts: StateCounts }) {
  const done = counts.accepted + counts.rejected;
  const total = done + counts.pending + counts.skipped;
  if (total === 0) return null;
  return (
    <div className="hidden items-center gap-2 text-sm sm:flex">
      <span dir="ltr" className="whitespace-nowrap tabular-nums">
        {formatNumber(done)} / {formatNumber(total)}
      </span>
      <progress
        aria-label={t("Decided segments")}
        value={done}
        max={total}
        className="h-1.5 w-28 overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-good [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-good"
      />
    </div>
  );
}
