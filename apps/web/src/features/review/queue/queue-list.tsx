import type { QueueFilter } from "@spanbridge/shared/contracts";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { searchOf } from "../../../app/search.ts";
import { QueueRow } from "./queue-row.tsx";
import { type Queue, useQueue } from "./use-queue.ts";

const ROW_HEIGHT = 48;

type QueueListProps = {
  readonly project: string;
  readonly language: string;
  readonly filter: QueueFilter;
  readonly number: number | undefined;
  /** Where the open segment stands, once that is known. */
  readonly position: number | null | undefined;
  readonly total: number;
};

/** The queue, however long: only what is in view is in the page, and only pages near it are loaded. */
export function QueueList({ project, language, filter, number, position, total }: QueueListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const queue: Queue = useQueue(project, filter, rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0);

  const { scrollToIndex } = virtual;
  useEffect(() => {
    if (position !== null && position !== undefined) scrollToIndex(position, { align: "auto" });
  }, [position, scrollToIndex]);

  const walk = (from: number, step: number): void => {
    const to = Math.min(total - 1, Math.max(0, from + step));
    virtual.scrollToIndex(to, { align: "auto" });
    scroller.current?.querySelector<HTMLElement>(`[data-position="${to}"] a`)?.focus();
  };

  const inView = rows.some(({ index }) => index === position);
  return (
    <div ref={scroller} className="min-h-0 grow overflow-y-auto overscroll-contain" data-own-arrows>
      <ol aria-label="Segments" className="relative" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, key, start }, order) => {
          const item = queue.itemAt(index);
          return (
            <li
              key={key}
              data-position={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
            >
              <QueueRow
                project={project}
                item={item}
                language={language}
                search={searchOf(filter)}
                current={item !== undefined && item.number === number}
                onStep={(step) => walk(index, step)}
                tabbable={inView ? index === position : order === 0}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
