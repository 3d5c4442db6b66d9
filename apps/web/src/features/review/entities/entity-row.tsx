import type { Side } from "@spanbridge/shared";
import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import { memo } from "react";
import type { Reason } from "../../../editor/model/view/problems.ts";
import { inRow, type Row } from "../../../editor/model/view/rows.ts";
import { hover } from "../../../editor/react/hover.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { Joint, Missing, SpanCell } from "./span-cell.tsx";

type EntityRowProps = {
  readonly row: Row;
  /** The words its spans stand on. */
  readonly source: string;
  readonly pivot: string;
  readonly selected: boolean;
  /** Which of the two is selected, where the row is. */
  readonly side: Side | undefined;
  readonly signals: readonly Reason[];
  readonly tabbable: boolean;
  readonly onSelect: (row: Row) => void;
};

/**
 * A linked pair or a lone span, as one option of the list. It reads "PER 奧巴馬, linked to Obama": the source comes first
 * in the page and last on screen.
 */
export const EntityRow = memo(function EntityRow(props: EntityRowProps) {
  const { row, source, pivot, selected, side, signals, tabbable, onSelect } = props;
  const first = row.source ? "source" : "pivot";
  const sameLabel = row.source !== undefined && row.source.label === row.pivot?.label;
  return (
    <div
      role="option"
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
      data-row={row.key}
      onClick={() => onSelect(row)}
      onPointerEnter={() => hover((row.source ?? row.pivot)?.id)}
      onPointerLeave={() => hover(undefined)}
      onKeyDown={(event) => event.key === " " && onSelect(row)}
      className={clsx(
        // Rows out of view are neither laid out nor painted: a dense segment has hundreds.
        "cursor-default border-s-2 px-3 py-1.5 -outline-offset-2 [contain-intrinsic-size:auto_60px] [content-visibility:auto]",
        selected
          ? "border-accent bg-accent-soft forced-colors:border-[Highlight]"
          : "border-transparent forced-colors:border-[Canvas] hover:bg-hover",
      )}
    >
      <div className={clsx("flex", first === "source" ? "flex-col-reverse" : "flex-col")}>
        <Cell
          row={row}
          words={first === "source" ? source : pivot}
          side={first}
          active={side === first}
          badge={!sameLabel}
        />
        <Cell
          row={row}
          words={first === "source" ? pivot : source}
          side={first === "source" ? "pivot" : "source"}
          active={side !== undefined && side !== first}
          badge
        />
      </div>
      {signals.map(({ kind, span, message }) => (
        <p key={`${kind} ${span} ${message}`} className="flex items-center gap-1.5 text-warn text-xs">
          <TriangleAlert aria-hidden className="size-3 shrink-0" />
          <span className="sr-only">{t(", worth a look: ")}</span>
          <span dir="auto">{said(message)}</span>
        </p>
      ))}
    </div>
  );
}, isSame);

/** Signals are found anew after every edit; what they say is what counts. */
function isSame(before: EntityRowProps, after: EntityRowProps): boolean {
  const { signals: a } = before;
  const { signals: b } = after;
  return (
    a.length === b.length &&
    a.every((signal, index) => signal.span === b[index]?.span && signal.message === b[index].message) &&
    before.row === after.row &&
    before.source === after.source &&
    before.pivot === after.pivot &&
    before.selected === after.selected &&
    before.side === after.side &&
    before.tabbable === after.tabbable &&
    before.onSelect === after.onSelect
  );
}

type CellProps = {
  readonly words: string;
  readonly row: Row;
  readonly side: Side;
  readonly active: boolean;
  readonly badge: boolean;
};

function Cell({ row, words, side, active, badge }: CellProps) {
  const span = inRow(row, side);
  const second = side === "pivot" && row.source !== undefined;
  return (
    <div className="flex min-h-6 items-center gap-2">
      {side === "source" && <Joint row={row} />}
      {second && row.link && <span className="sr-only">{t(", linked to")}</span>}
      {span ? (
        <SpanCell span={span} words={words} active={active} badge={badge} silent={second} />
      ) : (
        <Missing row={row} />
      )}
    </div>
  );
}
