import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";

type VirtualListProps<T> = {
  /** The list's accessible name. */
  readonly label: string;
  readonly items: readonly T[];
  /** In pixels. Rows may be higher: they are measured when they are drawn. */
  readonly rowHeight: number;
  /** So many rows of that height are visible at most; the rest scrolls. */
  readonly maxRows: number;
  readonly keyOf: (item: T, index: number) => string;
  readonly render: (item: T, index: number) => ReactNode;
};

/** A list of any length of which only what is visible is drawn. */
export function VirtualList<T>({ label, items, rowHeight, maxRows, keyOf, render }: VirtualListProps<T>) {
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const height = virtualizer.getTotalSize();
  const scrolls = height > maxRows * rowHeight;
  return (
    <section
      ref={scroller}
      // Scrolls with the keyboard, so it takes the focus; without rows to scroll it must not.
      {...(scrolls ? { tabIndex: 0, "aria-label": label } : {})}
      style={{ height: Math.min(height, maxRows * rowHeight) }}
      className="overflow-y-auto rounded-lg focus-visible:-outline-offset-2"
    >
      <ul aria-label={label} className="relative" style={{ height }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <li
                key={keyOf(item, index)}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                className="absolute inset-x-0 top-0"
                ref={virtualizer.measureElement}
                data-index={index}
                style={{ minHeight: rowHeight, transform: `translateY(${start}px)` }}
              >
                {render(item, index)}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
