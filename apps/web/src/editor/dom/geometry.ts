import {
  type CodePoint,
  codePoint,
  nextBoundary,
  previousBoundary,
  type Side,
  type Range as TextRange,
} from "@spanbridge/shared";
import { domRange, offsetAt, type TextRoot, type TextRoots } from "./offsets.ts";

/** Boxes of a range on screen, one or more a line, in viewport pixels. Mixed directions give several on one line. */
export function boxesOf(root: TextRoot, { start, end }: TextRange): readonly DOMRect[] {
  return [...domRange(root, start, end).getClientRects()].filter(({ width }) => width > 0);
}

/** A vertical line on screen: where a cursor or a handle stands. Viewport pixels. */
export type Bar = { readonly x: number; readonly top: number; readonly height: number };

const RTL = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}]/u;
const STRONG = /[\p{L}\p{N}]/u;

/**
 * Where the edge of a span stands: before its first character or behind its last one. The character decides which side
 * that is on screen: a Latin name in an Arabic line begins at its left.
 */
export function edgeBar(root: TextRoot, offset: CodePoint, edge: "start" | "end"): Bar | undefined {
  const { text } = root;
  if (text.length === 0) return barOfEmpty(root.element);
  const at = edge === "start" ? Math.min(offset, text.length) : Math.max(offset, 0);
  const inside =
    edge === "start"
      ? { start: codePoint(at), end: nextBoundary(text, codePoint(at)) }
      : { start: previousBoundary(text, codePoint(at)), end: codePoint(at) };
  if (!text.holds(inside)) return undefined;
  const boxes = boxesOf(root, inside);
  const box = edge === "start" ? boxes[0] : boxes.at(-1);
  if (!box) return undefined;
  const rtl = isRtl(text.slice(inside), root.element);
  const leading = rtl ? box.right : box.left;
  const trailing = rtl ? box.left : box.right;
  return { x: edge === "start" ? leading : trailing, top: box.top, height: box.height };
}

/** Where a text cursor stands: before the character at its offset, or behind the last one. */
export function caretBar(root: TextRoot, offset: CodePoint): Bar | undefined {
  return offset < root.text.length
    ? (edgeBar(root, offset, "start") ?? edgeBar(root, offset, "end"))
    : edgeBar(root, root.text.length, "end");
}

function barOfEmpty(element: HTMLElement): Bar {
  const { left, top, height } = element.getBoundingClientRect();
  return { x: left, top, height };
}

function isRtl(character: string, element: HTMLElement): boolean {
  if (RTL.test(character)) return true;
  return STRONG.test(character) ? false : element.dir === "rtl";
}

/** The offset whose place is nearest to a point on screen; undefined where the point is over something else. */
export function offsetAtPoint(root: TextRoot, x: number, y: number): CodePoint | undefined {
  const point = caretPoint(root.element.ownerDocument, x, y);
  return point && root.element.contains(point.node) ? offsetAt(root, point) : undefined;
}

/** The text under a point on screen, and the offset whose place in it is nearest. */
export function offsetUnder(
  roots: TextRoots,
  x: number,
  y: number,
): { readonly side: Side; readonly offset: CodePoint } | undefined {
  for (const [side, root] of roots) {
    const offset = offsetAtPoint(root, x, y);
    if (offset !== undefined) return { side, offset };
  }
  return undefined;
}

/** The offset of the character under a point on screen: the nearest place may be the one behind it. */
export function characterAtPoint(root: TextRoot, x: number, y: number): CodePoint | undefined {
  const nearest = offsetAtPoint(root, x, y);
  if (nearest === undefined || nearest === 0) return nearest;
  const before = previousBoundary(root.text, nearest);
  const covers = boxesOf(root, { start: before, end: nearest }).some(
    (box) => box.left <= x && x < box.right && box.top <= y && y < box.bottom,
  );
  return covers ? before : nearest;
}

/** `caretPositionFromPoint` is the standard; Chromium before 128 and Safari before 26.2 have only the older one. */
type OlderDocument = Document & { caretRangeFromPoint?: (x: number, y: number) => Range | null };

function caretPoint(
  document: OlderDocument,
  x: number,
  y: number,
): { node: Node; offset: number } | undefined {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  const range = (document as OlderDocument).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
