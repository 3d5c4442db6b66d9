import { memo } from "react";

export type LeafProps = {
  readonly start: number;
  readonly text: string;
  /** Ids of the spans that cover it, outermost first, joined by spaces; empty for bare text. */
  readonly spans: string;
  readonly background: string | undefined;
  readonly selected: boolean;
};

/**
 * A stretch of text between two span edges. A plain inline span with nothing that takes room along the line: padding,
 * borders, isolation or a direction of its own would tear joined letters apart. Its one text node and `data-start` are
 * what dom/offsets.ts relies on.
 */
export const Leaf = memo(function Leaf({ start, text, spans, background, selected }: LeafProps) {
  return (
    <span
      data-start={start}
      data-spans={spans || undefined}
      data-selected={selected || undefined}
      className={spans ? "span-leaf" : undefined}
      style={background ? { background } : undefined}
    >
      {text}
    </span>
  );
});
