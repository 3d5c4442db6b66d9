import type { ProjectDetail, QueueFilter } from "@spanbridge/shared/contracts";
import { clsx } from "clsx";
import { memo, type Ref } from "react";
import { failureOf } from "../../../app/failure.ts";
import { Button } from "../../../ui/button.tsx";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ListChip } from "../../evaluation/index.ts";
import { BulkMenu } from "./bulk/bulk-menu.tsx";
import { QueueFilterBar } from "./filter/queue-filter.tsx";
import { QueueList } from "./queue-list.tsx";
import type { QueueSummary } from "./use-queue.ts";

type QueuePanelProps = {
  readonly project: ProjectDetail;
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly filterRef: Ref<HTMLInputElement>;
  readonly queue: QueueSummary;
  readonly number: number | undefined;
  readonly position: number | null | undefined;
  /** Whether it is shown where there is no room for it beside the texts. */
  readonly unfolded: boolean;
};

export const QueuePanel = memo(function QueuePanel(props: QueuePanelProps) {
  const { project, filter, onFilter, filterRef, queue, number, position, unfolded } = props;
  return (
    <nav
      aria-label={t("Queue")}
      className={clsx(
        "flex-col border-line bg-surface max-md:h-[60dvh] max-md:border-b md:flex md:w-48 md:shrink-0 md:border-e xl:w-60",
        unfolded ? "flex" : "hidden",
      )}
    >
      {filter.list !== undefined && (
        <ListChip
          project={project.slug}
          list={filter.list}
          onRemove={() => onFilter({ ...filter, list: undefined })}
        />
      )}
      <QueueFilterBar project={project} filter={filter} onChange={onFilter} inputRef={filterRef} />
      {queue.status === "failed" ? (
        <div className="p-3 text-sm" role="alert">
          <p>{failureOf(queue.error).message}</p>
          <Button size="sm" className="mt-2" onClick={queue.retry}>
            {t("Try again")}
          </Button>
        </div>
      ) : queue.status === "loading" ? (
        <div className="flex flex-col gap-5 p-3">
          {[...Array(8).keys()].map((row) => (
            <Skeleton key={row} className="h-7" />
          ))}
        </div>
      ) : (
        <QueueList
          // Another filter is another list: it begins at its own top.
          key={JSON.stringify(filter)}
          project={project.slug}
          language={project.sourceLang}
          filter={filter}
          number={number}
          position={position}
          total={queue.total}
        />
      )}
      <div className="flex min-h-9 shrink-0 items-center justify-between gap-2 border-line border-t pe-1 ps-3">
        <p role="status" className="whitespace-nowrap text-ink-muted text-xs tabular-nums">
          {queue.status === "ready" && plural(queue.total, "segment")}
        </p>
        {queue.status === "ready" && <BulkMenu project={project} filter={filter} empty={queue.total === 0} />}
      </div>
    </nav>
  );
});
