import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ListFilter, X } from "lucide-react";
import { failureOf } from "../../../app/failure.ts";
import { searchOf } from "../../../app/search.ts";
import { trpc } from "../../../app/trpc.ts";
import { t, tn } from "../../../ui/i18n/t.ts";
import { IconButton } from "../../../ui/icon-button.tsx";

type ChosenListProps = {
  readonly project: string;
  readonly list: string;
  /** Undefined while it cannot be taken off. */
  readonly onRemove: (() => void) | undefined;
};

/** Says that only a part of the project is exported, which part, and takes that off. */
export function ChosenList({ project, list, onRemove }: ChosenListProps) {
  const { data, error } = useQuery(trpc.lists.get.queryOptions({ project, list }));
  const origin = data?.origin;
  return (
    <p className="flex items-center gap-3 rounded-lg border border-line bg-accent-soft px-4 py-2.5">
      <ListFilter aria-hidden className="size-4 shrink-0 text-accent-ink" />
      <span className="grow">
        {error
          ? failureOf(error).message
          : data &&
            tn(data.segments, "Only {{count}} segment of a list", "Only {{count}} segments of a list")}
        {origin?.kind === "queue" && (
          <>
            {" "}
            <Link
              to="/projects/$project/review"
              params={{ project }}
              search={searchOf(origin.filter)}
              className="rounded-xs text-link"
            >
              {t("Show the queue it was made from")}
            </Link>
          </>
        )}
      </span>
      <IconButton
        icon={X}
        size="sm"
        label={t("Export all segments instead")}
        disabled={onRemove === undefined}
        onClick={onRemove}
      />
    </p>
  );
}
