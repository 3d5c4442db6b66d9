import { directionOf, LOW_CONFIDENCE, machineOrigin, type Side, type Span } from "@spanbridge/shared";
import { clsx } from "clsx";
import { ArrowLeftRight, Ban, TriangleAlert, Unlink } from "lucide-react";
import { memo, type Ref } from "react";
import { absenceSentences, surfaceOf } from "../../../editor/model/view/describe.ts";
import { inRow, type Row } from "../../../editor/model/view/rows.ts";
import { useAnnotation, useDesk } from "../../../editor/react/desk-context.tsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { rowName } from "./row-name.ts";

type EntityRowProps = {
  readonly ref?: Ref<HTMLDivElement>;
  readonly row: Row;
  readonly selected: boolean;
  /** Which of the two is selected, where the row is. */
  readonly side: Side | undefined;
  readonly problems: number;
  readonly tabbable: boolean;
  readonly onSelect: (row: Row, side: Side | undefined) => void;
};

/** A linked pair or a lone span, as one option of the list. */
export const EntityRow = memo(function EntityRow(props: EntityRowProps) {
  const { ref, row, selected, side, problems, tabbable, onSelect } = props;
  const annotation = useAnnotation();
  return (
    <div
      ref={ref}
      role="option"
      aria-selected={selected}
      aria-label={rowName(annotation, row, problems)}
      tabIndex={tabbable ? 0 : -1}
      data-row={row.key}
      onClick={() => onSelect(row, undefined)}
      onKeyDown={(event) => event.key === " " && onSelect(row, undefined)}
      className={clsx(
        "cursor-default border-l-2 px-3 py-1.5 -outline-offset-2",
        selected ? "border-accent bg-accent-soft" : "border-transparent hover:bg-hover",
      )}
    >
      <Cell row={row} side="pivot" active={side === "pivot"} problems={row.pivot ? problems : 0} />
      <Cell row={row} side="source" active={side === "source"} problems={row.pivot ? 0 : problems} />
    </div>
  );
});

type CellProps = {
  readonly row: Row;
  readonly side: Side;
  readonly active: boolean;
  readonly problems: number;
};

function Cell({ row, side, active, problems }: CellProps) {
  const { segment } = useDesk();
  const annotation = useAnnotation();
  const span = inRow(row, side);
  const language = segment.rules.languages[side];
  return (
    <div className="flex min-h-6 items-center gap-2">
      {side === "source" && <Joint row={row} />}
      {span ? (
        <span
          lang={language}
          dir={directionOf(language)}
          className={clsx(
            "script-font truncate",
            scriptClass(language),
            side === "source" ? "text-lg" : "text-base",
            active && "font-semibold",
          )}
        >
          {surfaceOf(annotation, span)}
        </span>
      ) : (
        <Missing row={row} />
      )}
      <span className="ml-auto flex shrink-0 items-center gap-2">
        {problems > 0 && <TriangleAlert aria-hidden className="size-3.5 text-warn" />}
        {span && <Confidence span={span} />}
        {span && !isSame(row, side) && <SpanLabel span={span} />}
      </span>
    </div>
  );
}

/** A linked pair with one label says it once. */
const isSame = ({ pivot, source }: Row, side: Side): boolean =>
  side === "source" && pivot !== undefined && pivot.label === source?.label;

function Joint({ row }: { readonly row: Row }) {
  const Icon = row.link ? ArrowLeftRight : row.absence ? Ban : Unlink;
  return <Icon aria-hidden className="size-3.5 shrink-0 text-ink-muted" />;
}

function Missing({ row }: { readonly row: Row }) {
  return (
    <span className="truncate text-ink-muted text-sm italic">
      {row.absence ? absenceSentences[row.absence.reason] : "not linked"}
    </span>
  );
}

function Confidence({ span }: { readonly span: Span }) {
  const confidence = machineOrigin(span.provenance)?.confidence;
  if (confidence === undefined || span.provenance.origin === "human") return null;
  return (
    <span
      className={clsx("text-xs tabular-nums", confidence < LOW_CONFIDENCE ? "text-warn" : "text-ink-muted")}
    >
      {confidence.toFixed(2)}
    </span>
  );
}

function SpanLabel({ span }: { readonly span: Span }) {
  const { labels } = useDesk();
  const colour = labels.find(({ name }) => name === span.label)?.colour ?? 9;
  return <LabelBadge name={span.label} colour={colour} className="max-w-20" />;
}
