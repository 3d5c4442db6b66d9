import { GripVertical } from "lucide-react";
import { type PointerEvent, useState } from "react";
import type { LabelChange } from "./label-draft.ts";

type LabelGripProps = { readonly label: string; readonly onChange: (change: LabelChange) => void };

/**
 * Takes hold of a row of the label list; the row goes where the pointer goes, by mouse, pen or finger. Those who use keys or
 * a screen reader have the buttons in the row.
 */
export function LabelGrip({ label, onChange }: LabelGripProps) {
  const [held, setHeld] = useState(false);

  function follow({ currentTarget, clientY }: PointerEvent<HTMLElement>): void {
    const row = currentTarget.closest("li");
    const at =
      held && row?.parentElement ? placeAt(row, [...row.parentElement.children], clientY) : undefined;
    if (at !== undefined) onChange({ kind: "place", key: label, at });
  }

  return (
    <span
      aria-hidden
      data-grip={held ? "held" : "free"}
      className="grid h-9 w-5 shrink-0 cursor-grab touch-none place-items-center rounded-sm text-ink-muted hover:bg-hover data-[grip=held]:cursor-grabbing data-[grip=held]:bg-pressed"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld(true);
      }}
      onPointerMove={follow}
      onPointerUp={() => setHeld(false)}
      onPointerCancel={() => setHeld(false)}
    >
      <GripVertical className="size-4" />
    </span>
  );
}

/**
 * Where a row belongs whose grip is at this height; undefined where it is. It goes past another only when it will lie
 * under the pointer then: rows differ in height, and it would jump to and fro.
 */
function placeAt(row: Element, rows: readonly Element[], y: number): number | undefined {
  const { height } = row.getBoundingClientRect();
  const from = rows.indexOf(row);
  const below = rows.findLastIndex(
    (other, at) => at > from && y > other.getBoundingClientRect().bottom - height,
  );
  if (below !== -1) return below;
  const above = rows.findIndex((other, at) => at < from && y < other.getBoundingClientRect().top + height);
  return above === -1 ? undefined : above;
}
