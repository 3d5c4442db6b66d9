import type { QueueFilter } from "@spanbridge/shared/contracts";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { searchOf } from "../../../app/search.ts";
import { t } from "../../../ui/i18n/t.ts";
import { QueueRow } from "./queue-row.tsx";
import { type Queue, useQueue } from "./use-queue.ts";

const ROW_HEIGHT = 48;
/** So many rows beyond those in view are loaded, so that slow scrolling never catches up. */
const AHEAD = 60;

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
    useFlushSync: false,
  });
  const rows = virtual.getVirtualItems();
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  const [wanted, setWanted] = useState({ first, last });
  // Whoever scrolls through thousands needs none of them: pages are asked for where the scrolling ends, and around it.
  if (!virtual.isScrolling && (wanted.first !== first || wanted.last !== last)) setWanted({ first, last });
  const queue: Queue = useQueue(project, filter, Math.max(0, wanted.first - AHEAD), wanted.last + AHEAD);
  const search = useMemo(() => searchOf(filter), [filter]);

  const { scrollToIndex } = virtual;
  useEffect(() => {
    if (position !== null && position !== undefined) scrollToIndex(position, { align: "auto" });
  }, [position, scrollToIndex]);

  const walk = useCallback(
    (from: number, step: 1 | -1): void => {
      const to = Math.min(total - 1, Math.max(0, from + step));
      scrollToIndex(to, { align: "auto" });
      scroller.current?.querySelector<HTMLElement>(`[data-position="${to}"] a`)?.focus();
    },
    [total, scrollToIndex],
  );

  const inView = rows.some(({ index }) => index === position);
  return (
    <div ref={scroller} className="min-h-0 grow overflow-y-auto overscroll-contain" data-own-arrows>
      <ol aria-label={t("Segments")} className="relative" style={{ height: virtual.getTotalSize() }}>
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
                search={search}
                current={item !== undefined && item.number === number}
                position={index}
                onStep={walk}
                tabbable={inView ? index === position : order === 0}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
