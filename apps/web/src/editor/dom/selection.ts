import type { CodePoint, Side, Range as TextRange } from "@spanbridge/shared";
import { domRange, offsetAt, type TextRoot, type TextRoots } from "./offsets.ts";

/** What is selected in one of the texts, in code points. Not snapped to anything yet. */
export type Selected = { readonly side: Side; readonly range: TextRange };

/**
 * What the browser's selection means: the text where it began, from the first to the last selected character. A
 * selection that leaves this text ends at its edge. Several ranges (Firefox, with the control key) are taken together.
 * Undefined where nothing is selected or it began in neither text.
 */
export function readSelection(selection: Selection, roots: TextRoots): Selected | undefined {
  const anchor = selection.anchorNode;
  const found = [...roots].find(([, { element }]) => anchor && element.contains(anchor));
  if (!found || selection.isCollapsed) return undefined;
  const [side, root] = found;
  let start: CodePoint | undefined;
  let end: CodePoint | undefined;
  for (let index = 0; index < selection.rangeCount; index++) {
    const range = selection.getRangeAt(index);
    if (!range.intersectsNode(root.element)) continue;
    const from = offsetAt(root, { node: range.startContainer, offset: range.startOffset });
    const to = offsetAt(root, { node: range.endContainer, offset: range.endOffset });
    if (start === undefined || from < start) start = from;
    if (end === undefined || to > end) end = to;
  }
  return start !== undefined && end !== undefined && start < end
    ? { side, range: { start, end } }
    : undefined;
}

/** Makes the browser's selection show exactly this range. */
export function showSelection(selection: Selection, root: TextRoot, { start, end }: TextRange): void {
  const range = domRange(root, start, end);
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}
