import { type Annotation, type Evidence, otherSide, spanById } from "@spanbridge/shared";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { stateOf } from "../../../editor/model/actions/desk.ts";
import { finishLinking } from "../../../editor/model/actions/links.ts";
import { takeAsCounterpart } from "../../../editor/model/actions/pointing.ts";
import { chosenText } from "../../../editor/model/segment/tool.ts";
import { surfaceOf } from "../../../editor/model/view/describe.ts";
import { signalsBySpan } from "../../../editor/model/view/problems.ts";
import { inRow, type Row, rowsOf } from "../../../editor/model/view/rows.ts";
import { useAnnotation, useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { EntityRow } from "./entity-row.tsx";

function withSignals(annotation: Annotation, evidence: readonly Evidence[]) {
  const signals = signalsBySpan(annotation, evidence);
  return rowsOf(annotation).map((row) => ({
    row,
    source: row.source ? surfaceOf(annotation, row.source) : "",
    pivot: row.pivot ? surfaceOf(annotation, row.pivot) : "",
    signals: [row.pivot, row.source].flatMap((span) => (span && signals.get(span.id)) ?? []),
  }));
}

/** All entities of the segment. Selecting here, in either text or by key is one and the same. */
export function EntityList() {
  const desk = useDesk();
  const annotation = useAnnotation();
  const selection = useSegmentState((state) => state.selection);
  const list = useRef<HTMLDivElement>(null);
  const evidence = useSegmentState(({ meta }) => meta.evidence);
  const rows = useMemo(() => withSignals(annotation, evidence), [annotation, evidence]);
  const side = selection && spanById(annotation, selection.span)?.side;

  // The focus follows the selection, but only when it is in the list already.
  useEffect(() => {
    if (!selection || !list.current) return;
    const row = list.current.querySelector<HTMLElement>(`[data-row="${CSS.escape(selection.row)}"]`);
    row?.scrollIntoView({ block: "nearest" });
    if (list.current.contains(document.activeElement)) row?.focus({ preventScroll: true });
  }, [selection]);

  const select = useCallback(
    (row: Row) => {
      const { tool } = stateOf(desk);
      const other =
        tool.kind === "linking" ? spanById(stateOf(desk).queue.current, tool.from)?.side : undefined;
      const target = other && inRow(row, other === "source" ? "pivot" : "source");
      if (target) return finishLinking(desk, target.id);
      const chosen = chosenText(tool);
      if (chosen && takeAsCounterpart(desk, inRow(row, otherSide(chosen.side))?.id)) return;
      const span = row.source ?? row.pivot;
      if (span) desk.segment.selectAs({ span: span.id, row: row.key });
    },
    [desk],
  );

  if (rows.length === 0) {
    return (
      <p className="grow px-3 py-4 text-ink-muted text-sm">{t("No entities yet. Select text to add one.")}</p>
    );
  }
  const tabbable = rows.some(({ row }) => row.key === selection?.row) ? selection?.row : rows[0]?.row.key;
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={t("Entities")}
      className="min-h-0 min-w-0 grow overflow-y-auto py-1 md:[contain:strict]"
    >
      {rows.map(({ row, source, pivot, signals }) => (
        <EntityRow
          key={row.key}
          row={row}
          source={source}
          pivot={pivot}
          selected={row.key === selection?.row}
          side={row.key === selection?.row ? side : undefined}
          signals={signals}
          tabbable={row.key === tabbable}
          onSelect={select}
        />
      ))}
    </div>
  );
}
