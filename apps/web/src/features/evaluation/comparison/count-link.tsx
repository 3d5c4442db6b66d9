import type { ComparisonDrill } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import type { ComparisonChoice } from "./choice.ts";
import { comparisonTitle } from "./words.ts";

type CountLinkProps = {
  readonly project: string;
  readonly choice: ComparisonChoice;
  readonly drill: ComparisonDrill;
  readonly count: number;
};

/** A count that opens its segments in the review screen. Nothing is behind a 0. */
export function CountLink({ project, choice, drill, count }: CountLinkProps) {
  const { a, b, gold } = choice;
  if (count === 0) return <span className="text-ink-muted">0</span>;
  return (
    <Link
      to="/projects/$project/runs/compare/open"
      params={{ project }}
      search={{ a, b, gold, figure: JSON.stringify(drill) }}
      // Opening one keeps a list on the server: not for whoever only points at it.
      preload={false}
      aria-label={t("{{value}}: open in review", {
        value: comparisonTitle({ layers: { a, b }, drill, items: count }),
      })}
      className="rounded-xs text-link"
    >
      {formatNumber(count)}
    </Link>
  );
}
