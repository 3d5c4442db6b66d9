import { type CodePoint, codePoint, type Side, type Text, utf16 } from "@spanbridge/shared";

/*
 * The one place where positions in the page become positions in a text, and back.
 *
 * The contract with what draws a text (editor/react/annotated-text.tsx):
 * - A root element holds leaf elements and nothing else; every leaf has one text node, or none when it is empty. In a long
 *   text the leaves stand in blocks, which are the root's children.
 * - `data-start` of a leaf or a block is the offset of its first character, in code points.
 * - The root's textContent is the text, character by character. Labels, handles and cursors are drawn elsewhere.
 *
 * What holds because of it:
 * - `pointAt` after `offsetAt` gives a point at the same character; `offsetAt` after `pointAt` gives the same offset.
 * - A point outside the root counts as the end of the root that is nearer in document order.
 * - A point inside a surrogate pair counts as the point before it: half a character is never selected.
 */

/** A text as it stands in the page. */
export type TextRoot = { readonly element: HTMLElement; readonly text: Text };

/** The texts of a segment that are in the page. */
export type TextRoots = ReadonlyMap<Side, TextRoot>;

/** A point as DOM ranges have it: in a text node UTF-16 units count, in an element children. */
export type DomPoint = { readonly node: Node; readonly offset: number };

/** Of a leaf or a block; a root begins at 0. */
const startOf = (part: Element): CodePoint => codePoint(Number(part.getAttribute("data-start")));

/** The offset of a point, in code points; 0 or the text's length for a point outside. */
export function offsetAt({ element, text }: TextRoot, { node, offset }: DomPoint): CodePoint {
  if (!element.contains(node)) return isBefore(node, element) ? codePoint(0) : text.length;
  if (node instanceof Element) {
    const part = node.children[offset];
    if (part) return startOf(part);
    return offset === 0 && node !== element ? startOf(node) : endOf(node, element, text);
  }
  const leaf = node.parentElement;
  if (!leaf || leaf === element) return codePoint(0);
  return text.toCodePoint(utf16(Math.min(text.toUtf16(startOf(leaf)) + offset, text.value.length)));
}

function endOf(part: Element, root: HTMLElement, text: Text): CodePoint {
  if (part === root) return text.length;
  const { nextElementSibling: next, parentElement: around } = part;
  if (next) return startOf(next);
  return around ? endOf(around, root, text) : text.length;
}

function isBefore(node: Node, element: HTMLElement): boolean {
  return (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/**
 * The point of an offset. Between two leaves there are two points for one offset: `start` is the one in the leaf that
 * begins there, `end` the one in the leaf that ends there. A range from `start` to `end` touches no leaf beside it.
 */
export function pointAt({ element, text }: TextRoot, offset: CodePoint, side: "start" | "end"): DomPoint {
  const leaf = leafFor(element, text, offset, side);
  const node = leaf?.firstChild;
  if (!leaf || !node) return { node: element, offset: 0 };
  return { node, offset: text.toUtf16(offset) - text.toUtf16(startOf(leaf)) };
}

function leafFor(
  element: HTMLElement,
  text: Text,
  offset: CodePoint,
  side: "start" | "end",
): Element | undefined {
  // The last leaf that starts at or before the offset; for an end, before it.
  const bound = side === "end" && offset > 0 ? offset - 1 : Math.min(offset, Math.max(0, text.length - 1));
  const part = lastUpTo(element.children, bound);
  return part?.hasAttribute("data-block") ? lastUpTo(part.children, bound) : part;
}

/** The last of these that starts at or before the offset. */
function lastUpTo(parts: HTMLCollection, bound: number): Element | undefined {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = parts[middle];
    if (part && startOf(part) <= bound) low = middle;
    else high = middle - 1;
  }
  return parts[low];
}

/** A DOM range over [start, end), for measuring and painting. */
export function domRange(root: TextRoot, start: CodePoint, end: CodePoint): Range {
  const range = root.element.ownerDocument.createRange();
  const from = pointAt(root, start, "start");
  const to = pointAt(root, end, "end");
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
