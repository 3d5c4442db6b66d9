import { unreachable } from "@spanbridge/shared";
import type { EvaluationOptions, ListOrigin } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChartColumn, X } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { searchOf } from "../../app/search.ts";
import { trpc } from "../../app/trpc.ts";
import { t } from "../../ui/i18n/t.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { comparisonTitle } from "./comparison/words.ts";
import { listTitle } from "./titles.ts";

type ListChipProps = {
  readonly project: string;
  readonly list: string;
  readonly onRemove: () => void;
};

/** Says which figure's segments the queue is walking through; leads back to it, and can be taken off. */
export function ListChip({ project, list, onRemove }: ListChipProps) {
  const { data, error } = useQuery({
    ...trpc.lists.get.queryOptions({ project, list }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="flex items-start gap-1.5 border-line border-b bg-accent-soft py-1.5 pe-1 ps-2.5 text-accent-ink text-xs">
      <ChartColumn aria-hidden className="mt-1 size-3.5 shrink-0" />
      <p className="min-w-0 grow py-0.5 [overflow-wrap:anywhere]">
        {data ? (
          <Origin project={project} origin={data.origin} />
        ) : error ? (
          failureOf(error).message
        ) : (
          t("A list of segments")
        )}
      </p>
      <IconButton icon={X} size="sm" label={t("Leave this list: show all segments")} onClick={onRemove} />
    </div>
  );
}

function Origin({ project, origin }: { readonly project: string; readonly origin: ListOrigin }) {
  const params = { project };
  const className = "rounded-xs text-link";
  switch (origin.kind) {
    case "evaluation":
      return (
        <Link
          to="/projects/$project/evaluation"
          params={params}
          search={searchOfList(origin.options)}
          className={className}
        >
          {listTitle(origin)}
        </Link>
      );
    case "comparison":
      return (
        <Link
          to="/projects/$project/runs/compare"
          params={params}
          search={origin.layers}
          className={className}
        >
          {comparisonTitle(origin)}
        </Link>
      );
    case "queue":
      return (
        <Link
          to="/projects/$project/review"
          params={params}
          search={searchOf(origin.filter)}
          className={className}
        >
          {t("A filtered queue, as it was")}
        </Link>
      );
    default:
      return unreachable(origin);
  }
}

const some = <T,>(values: readonly T[]): T[] | undefined => (values.length > 0 ? [...values] : undefined);

const searchOfList = ({ gold, predicted, other, side, filter }: EvaluationOptions) => ({
  gold,
  pred: predicted,
  vs: other,
  side: side === "source" ? undefined : side,
  document: filter.documents[0],
  language: some(filter.languages),
  state: some(filter.states),
  label: some(filter.labels),
  signal: some(filter.signals),
});
