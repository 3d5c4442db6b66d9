import type { QueueItem } from "@spanbridge/shared/contracts";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { t } from "../../../ui/i18n/t.ts";
import { markOf, useMarks } from "../session/marks.ts";
import { QueueRow } from "./queue-row.tsx";

/** In pixels; so high are they all, whatever they hold. */
const ROW_HEIGHT = 48;

type Stretch = { readonly first: number; readonly last: number };

type QueueRowsProps = {
  readonly project: string;
  readonly language: string;
  readonly number: number | undefined;
  readonly position: number | null | undefined;
  readonly total: number;
  /** Undefined while it is on the way. */
  readonly itemAt: (position: number) => QueueItem | undefined;
  /** A segment's address is this, its number and `search`. */
  readonly address: string;
  readonly search: string;
  /** Scrolling has ended here. Whoever scrolls through thousands needs none of them. */
  readonly onRest: (stretch: Stretch) => void;
  readonly onOpen: (segment: number) => void;
};

/**
 * What is in view of the queue. It is drawn again with every turn of the wheel: rows are plain links without handlers
 * and subscriptions of their own, and clicks and keys are heard here.
 */
export function QueueRows(props: QueueRowsProps) {
  const { project, language, number, position, total, itemAt, address, search, onRest, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const marks = useMarks((state) => state.marks);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    useFlushSync: false,
  });
  const rows = virtual.getVirtualItems();
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  const { isScrolling, scrollToIndex } = virtual;
  useEffect(() => {
    if (!isScrolling) onRest({ first, last });
  }, [isScrolling, first, last, onRest]);

  useEffect(() => {
    if (position !== null && position !== undefined) scrollToIndex(position, { align: "auto" });
  }, [position, scrollToIndex]);

  /** An arrow key on a row: the focus goes to its neighbour. */
  function step(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const from = rowUnder(event.target)?.dataset.position;
    if (from === undefined) return;
    event.preventDefault();
    const to = Math.min(total - 1, Math.max(0, Number(from) + (event.key === "ArrowDown" ? 1 : -1)));
    scrollToIndex(to, { align: "auto" });
    scroller.current?.querySelector<HTMLElement>(`[data-position="${to}"] a`)?.focus();
  }

  /** A plain click stays in the page; any other is the browser's: a new tab, a download, a menu. */
  function open(event: MouseEvent<HTMLElement>): void {
    const segment = rowUnder(event.target)?.dataset.segment;
    if (segment === undefined || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(Number(segment));
  }

  const inView = rows.some(({ index }) => index === position);
  return (
    <div ref={scroller} className="min-h-0 grow overflow-y-auto overscroll-contain" data-own-arrows>
      <ol
        aria-label={t("Segments")}
        className="relative [contain:strict]"
        style={{ height: virtual.getTotalSize() }}
        onClick={open}
        onKeyDown={step}
      >
        {rows.map(({ index, key, start }, order) => {
          const item = itemAt(index);
          const mark = item && markOf(marks, project, item.number);
          return (
            <QueueRow
              key={key}
              item={item}
              position={index}
              total={total}
              top={start}
              height={ROW_HEIGHT}
              language={language}
              href={item && `${address}${item.number}${search}`}
              state={mark?.state ?? item?.state}
              flagged={mark?.flagged ?? item?.flagged ?? false}
              current={item !== undefined && item.number === number}
              tabbable={inView ? index === position : order === 0}
            />
          );
        })}
      </ol>
    </div>
  );
}

const rowUnder = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-position]") : null;
