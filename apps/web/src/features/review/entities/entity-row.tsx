import { type Side, spanById } from "@spanbridge/shared";
import { clsx } from "clsx";
import { memo } from "react";
import { inRow, type Row } from "../../../editor/model/view/rows.ts";
import { useAnnotation } from "../../../editor/react/desk-context.tsx";
import { Joint, Missing, SpanCell } from "./span-cell.tsx";

type EntityRowProps = {
  readonly row: Row;
  readonly selected: boolean;
  /** Which of the two is selected, where the row is. */
  readonly side: Side | undefined;
  readonly problems: number;
  readonly tabbable: boolean;
  readonly onSelect: (row: Row) => void;
};

/**
 * A linked pair or a lone span, as one option of the list. It reads "PER 奧巴馬, linked to Obama": the source comes first
 * in the page and last on screen.
 */
export const EntityRow = memo(function EntityRow(props: EntityRowProps) {
  const { row, selected, side, problems, tabbable, onSelect } = props;
  const first = row.source ? "source" : "pivot";
  const sameLabel = row.source !== undefined && row.source.label === row.pivot?.label;
  return (
    <div
      role="option"
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
      data-row={row.key}
      onClick={() => onSelect(row)}
      onKeyDown={(event) => event.key === " " && onSelect(row)}
      className={clsx(
        "flex cursor-default border-l-2 px-3 py-1.5 -outline-offset-2",
        first === "source" ? "flex-col-reverse" : "flex-col",
        selected ? "border-accent bg-accent-soft" : "border-transparent hover:bg-hover",
      )}
    >
      <Cell row={row} side={first} active={side === first} problems={problems} badge={!sameLabel} />
      <Cell
        row={row}
        side={first === "source" ? "pivot" : "source"}
        active={side !== undefined && side !== first}
        problems={0}
        badge
      />
    </div>
  );
});

type CellProps = {
  readonly row: Row;
  readonly side: Side;
  readonly active: boolean;
  readonly problems: number;
  readonly badge: boolean;
};

function Cell({ row, side, active, problems, badge }: CellProps) {
  const annotation = useAnnotation();
  const shown = inRow(row, side);
  const span = shown && spanById(annotation, shown.id);
  const second = side === "pivot" && row.source !== undefined;
  return (
    <div className="flex min-h-6 items-center gap-2">
      {side === "source" && <Joint row={row} />}
      {second && row.link && <span className="sr-only">, linked to</span>}
      {span ? (
        <SpanCell span={span} active={active} badge={badge} silent={second} problems={problems} />
      ) : (
        <Missing row={row} />
      )}
    </div>
  );
}
