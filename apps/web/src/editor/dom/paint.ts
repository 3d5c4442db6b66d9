import type { Side, Range as TextRange } from "@spanbridge/shared";
import { domRange, type TextRoot } from "./offsets.ts";

/**
 * Paints the chosen text of one side without touching its elements, instead of what was painted there before; styled by
 * `::highlight(spanbridge-source)` and `…-pivot`. Browsers without custom highlights show nothing here: their own
 * selection then has to do.
 */
export function paint(side: Side, root: TextRoot | undefined, range: TextRange | undefined): void {
  if (!("highlights" in CSS)) return;
  const name = `spanbridge-${side}`;
  if (root && range) CSS.highlights.set(name, new Highlight(domRange(root, range.start, range.end)));
  else CSS.highlights.delete(name);
}
