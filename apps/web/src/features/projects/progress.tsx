import type { ReviewState } from "@spanbridge/shared";
import type { StateCounts } from "@spanbridge/shared/contracts";
import { clsx } from "clsx";
import { formatNumber, formatShare } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { stateFaces } from "../../ui/review-state.tsx";

const order: readonly ReviewState[] = ["accepted", "rejected", "skipped"];

export const totalOf = (counts: StateCounts): number =>
  counts.pending + counts.accepted + counts.rejected + counts.skipped;
export const reviewedOf = (counts: StateCounts): number => counts.accepted + counts.rejected;

/** What is decided, as a bar in the colours of the states, with the same in words below. */
export function ReviewProgress({ counts }: { readonly counts: StateCounts }) {
  const total = totalOf(counts);
  const reviewed = reviewedOf(counts);
  return (
    <div>
      <div
        aria-hidden
        className="flex h-1.5 gap-px overflow-hidden rounded-full bg-ink/10 forced-colors:border"
      >
        {order.map((state) => (
          <span
            key={state}
            className={clsx(stateFaces[state].bar, "forced-colors:bg-[Highlight]")}
            style={{ width: `${total === 0 ? 0 : (100 * counts[state]) / total}%` }}
          />
        ))}
      </div>
      <p className="mt-1.5 flex justify-between gap-2 text-ink-muted text-sm tabular-nums">
        <span>
          {total === 0
            ? t("Nothing imported yet")
            : t("{{reviewed}} of {{total}} reviewed", {
                reviewed: formatNumber(reviewed),
                total: formatNumber(total),
              })}
        </span>
        {total > 0 && <span>{formatShare(reviewed, total)}</span>}
      </p>
    </div>
  );
}
