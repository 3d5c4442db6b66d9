import { directionOf, type Span } from "@spanbridge/shared";
import { clsx } from "clsx";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { link, unlink } from "../../../editor/model/actions/links.ts";
import { clipped, surfaceOf } from "../../../editor/model/view/describe.ts";
import { looseSpans } from "../../../editor/model/view/loose.ts";
import { type Cell, cellAfter, matrixOf } from "../../../editor/model/view/matrix.ts";
import { useAnnotation, useDesk, useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { hover, useHover } from "../../../editor/react/hover.ts";
import { scriptClass } from "../../../ui/fonts.ts";
import { t } from "../../../ui/i18n/t.ts";

/**
 * Every entity of the translation against every span of the source: where links would be a web of lines. Arrows go from
 * cell to cell, Enter or the space bar links and unlinks.
 */
export function MatrixView() {
  const annotation = useAnnotation();
  const matrix = useMemo(() => matrixOf(annotation), [annotation]);
  const { pivots, sources } = matrix;
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  if (pivots.length === 0 || sources.length === 0) {
    return <p className="text-ink-muted text-sm">{t("The matrix needs entities on both sides.")}</p>;
  }
  const current = {
    row: Math.min(at.row, pivots.length - 1),
    column: Math.min(at.column, sources.length - 1),
  };

  function go(event: KeyboardEvent): void {
    const mirrored = table.current !== null && getComputedStyle(table.current).direction === "rtl";
    const next = cellAfter(event.key, current, pivots.length, sources.length, mirrored);
    if (!next || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  }

  return (
    <section
      aria-label={t("Links as a matrix")}
      className="overflow-auto rounded-lg border border-line bg-surface"
    >
      <table ref={table} data-own-arrows className="border-separate border-spacing-0 text-sm" onKeyDown={go}>
        <thead>
          <tr>
            <td className="sticky start-0 bg-surface" />
            {sources.map((source) => (
              <th
                key={source.id}
                scope="col"
                className="border-line border-b px-1 pt-2 pb-1 text-start align-bottom font-normal"
              >
                <Name span={source} upright />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pivots.map((pivot, row) => (
            <tr key={pivot.id}>
              <th
                scope="row"
                className="sticky start-0 max-w-56 border-line border-e bg-surface px-2 text-end font-normal"
              >
                <Name span={pivot} />
              </th>
              {sources.map((source, column) => (
                <td key={source.id} className="border-line border-e border-b p-0 text-center">
                  <Joint
                    pivot={pivot}
                    source={source}
                    linked={matrix.linked(pivot, source)}
                    place={`${row} ${column}`}
                    tabbable={row === current.row && column === current.column}
                    onFocus={() => setAt({ row, column })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Name({ span, upright = false }: { readonly span: Span; readonly upright?: boolean }) {
  const segment = useSegment();
  const { labels } = useDesk();
  const annotation = useAnnotation();
  const language = segment.rules.languages[span.side];
  const loose = looseSpans(annotation).has(span.id);
  const colour = labels.find(({ name }) => name === span.label)?.colour ?? 9;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={clsx(
        "max-w-full rounded-xs hover:bg-hover",
        upright && "max-h-36 [writing-mode:vertical-rl]",
        loose && "text-warn",
      )}
      onClick={() => segment.select(span.id)}
    >
      <span
        lang={language}
        dir={directionOf(language)}
        data-colour={colour}
        className={clsx(
          "script-font block truncate",
          !upright && "label-stroke pb-0.5",
          scriptClass(language),
        )}
      >
        {clipped(surfaceOf(annotation, span))}
      </span>
      {loose && <span className="sr-only">{t(", not linked")}</span>}
    </button>
  );
}

type JointProps = {
  readonly pivot: Span;
  readonly source: Span;
  readonly linked: boolean;
  readonly place: string;
  readonly tabbable: boolean;
  readonly onFocus: () => void;
};

function Joint({ pivot, source, linked, place, tabbable, onFocus }: JointProps) {
  const desk = useDesk();
  const annotation = useAnnotation();
  const selected = useSegmentState(({ selection }) => selection?.span);
  const hovered = useHover(({ span }) => span);
  const meant = selected ?? hovered;
  const crossed = meant === pivot.id || meant === source.id;
  return (
    <button
      type="button"
      data-cell={place}
      tabIndex={tabbable ? 0 : -1}
      aria-pressed={linked}
      aria-label={t("{{a}} and {{b}}", { a: surfaceOf(annotation, pivot), b: surfaceOf(annotation, source) })}
      disabled={!desk.mayEdit}
      className={clsx(
        "grid size-8 place-items-center hover:bg-hover focus-visible:-outline-offset-2",
        crossed && "bg-accent-soft forced-colors:outline forced-colors:-outline-offset-4",
      )}
      onFocus={onFocus}
      onPointerEnter={() => hover(source.id)}
      onPointerLeave={() => hover(undefined)}
      onClick={() => {
        if (linked) unlink(desk, pivot.id, source.id);
        else link(desk, pivot.id, source.id);
        desk.segment.select(source.id);
      }}
    >
      <span
        aria-hidden
        className={clsx(
          "rounded-full",
          linked ? "size-3 bg-accent forced-colors:bg-[Highlight]" : "size-1 bg-line",
        )}
      />
    </button>
  );
}
