import type { StateCounts } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { Archive, CircleCheckBig, Inbox, SearchX } from "lucide-react";
import { useEffect } from "react";
import { failureOf } from "../../../app/failure.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/state.tsx";
import { tell } from "../session/notices.ts";
import { useUndoKey } from "../session/use-undo-key.ts";

export function SegmentSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4">
      <span className="sr-only">{t("Loading the segment")}</span>
      <Skeleton className="h-7 w-64" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
      </div>
    </div>
  );
}

export function SegmentFailed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { code, message } = failureOf(error);
  if (code === "not_found") return <ErrorState title={t("There is no such segment")}>{message}</ErrorState>;
  return (
    <ErrorState title={t("This segment cannot be shown")} onRetry={onRetry}>
      {said(message)} {t("What you did in other segments is kept.")}
    </ErrorState>
  );
}

export function NothingHere({
  project,
  mayImport,
}: {
  readonly project: string;
  readonly mayImport: boolean;
}) {
  return (
    <EmptyState
      icon={Inbox}
      title={t("Nothing to review yet")}
      action={
        mayImport && (
          <Link to="/projects/$project/import" params={{ project }} className={buttonClass("primary")}>
            {t("Import a file")}
          </Link>
        )
      }
    >
      {t("Import text with its translation; every row becomes a segment here.")}
    </EmptyState>
  );
}

export function NoHits({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title={t("No segment matches the filter")}
      action={<Button onClick={onShowAll}>{t("Show all")}</Button>}
    >
      {t("Take something out of the filter, or show all segments.")}
    </EmptyState>
  );
}

type AllDoneProps = {
  readonly project: string;
  readonly counts: StateCounts;
  readonly filtered: boolean;
  /** Undefined where nothing was done here that could be taken back. */
  readonly onUndo: (() => void) | undefined;
  readonly onShowAll: () => void;
};

/** Nothing is pending any more, in the project or among what the filter shows. */
export function AllDone({ project, counts, filtered, onUndo, onShowAll }: AllDoneProps) {
  const more = filtered && counts.pending > 0;
  const title = more ? t("Nothing pending among these") : t("All done");
  useEffect(() => tell(title, "done"), [title]);
  useUndoKey(onUndo);
  return (
    <EmptyState
      icon={CircleCheckBig}
      title={title}
      action={
        <>
          {onUndo && <Button onClick={onUndo}>{t("Undo the last change")}</Button>}
          {more ? (
            <Button variant="primary" onClick={onShowAll}>
              {t("Go on with the others")}
            </Button>
          ) : (
            <Link to="/projects/$project/export" params={{ project }} className={buttonClass("primary")}>
              {t("Export")}
            </Link>
          )}
        </>
      }
    >
      {more
        ? t("{{number}} segments outside of the filter are pending.", {
            number: formatNumber(counts.pending),
          })
        : t("{{accepted}} accepted, {{rejected}} rejected, {{skipped}} skipped.", {
            accepted: formatNumber(counts.accepted),
            rejected: formatNumber(counts.rejected),
            skipped: formatNumber(counts.skipped),
          })}
    </EmptyState>
  );
}

export function ReadOnlyNote({ archived }: { readonly archived: boolean }) {
  return (
    <p className="flex items-center gap-2 rounded-md bg-sunken px-3 py-2 text-ink-muted text-sm">
      <Archive aria-hidden className="size-4" />
      {archived
        ? t("This project is archived: you can look at it and export it, but not change it.")
        : t("You can look at this project, but not change it.")}
    </p>
  );
}
