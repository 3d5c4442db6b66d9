import type { ReviewState } from "@spanbridge/shared";
import type { StateCounts } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { formatNumber, formatShare } from "../../../ui/format.ts";
import { StateIcon, stateFaces } from "../../../ui/review-state.tsx";
import { totalOf } from "../progress.tsx";

const order: readonly ReviewState[] = ["pending", "accepted", "rejected", "skipped"];

type StateTilesProps = { readonly project: string; readonly counts: StateCounts };

/** How many segments are in each state; each opens the queue with those. */
export function StateTiles({ project, counts }: StateTilesProps) {
  const total = totalOf(counts);
  return (
    <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {order.map((state) => (
        <li key={state}>
          <Link
            to="/projects/$project/review"
            params={{ project }}
            search={{ state: [state] }}
            className="flex flex-col gap-1 rounded-md border border-line p-3 transition-colors hover:border-control hover:bg-hover"
          >
            <span className="flex items-center gap-1.5 text-ink-muted text-sm">
              <StateIcon state={state} />
              {stateFaces[state].name}
            </span>
            <span className="flex items-baseline gap-2 tabular-nums">
              <span className="font-semibold text-xl tracking-tight">{formatNumber(counts[state])}</span>
              <span className="text-ink-muted text-sm">{formatShare(counts[state], total)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
