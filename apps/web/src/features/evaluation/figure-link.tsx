import type { Drill } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { formatNumber } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import type { EvaluationChoice } from "./choice.ts";
import { useShown } from "./context.ts";
import { figureName } from "./titles.ts";

type FigureLinkProps = {
  readonly drill: Drill;
  readonly count: number;
  /** What it is made of, where that is not the shown system alone. */
  readonly choice?: EvaluationChoice;
  readonly className?: string;
  /** What is shown instead of the number. */
  readonly children?: ReactNode;
};

/** A count that opens the segments behind it in the review screen. Nothing is behind a 0. */
export function FigureLink({ drill, count, choice, className, children }: FigureLinkProps) {
  const shown = useShown();
  const text = children ?? formatNumber(count);
  if (count === 0) return <span className={clsx("text-ink-muted", className)}>{text}</span>;
  return (
    <Link
      to="/projects/$project/evaluation/open"
      params={{ project: shown.project.slug }}
      search={{ ...(choice ?? shown.choice), figure: JSON.stringify(drill) }}
      // Opening one keeps a list on the server: not for whoever only points at it.
      preload={false}
      aria-label={t("{{drill}}: open in review", {
        drill: figureName(drill, count, shown.system.confidence.bins.length),
      })}
      className={clsx("rounded-xs text-link", className)}
    >
      {text}
    </Link>
  );
}
