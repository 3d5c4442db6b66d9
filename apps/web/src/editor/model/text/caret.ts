import { type CodePoint, codePoint, nextBoundary, previousBoundary, type Range } from "@spanbridge/shared";
import type { Direction } from "./edges.ts";
import type { Prepared } from "./prepared.ts";

/** A text cursor, and where the selection it draws begins: equal where nothing is selected. Always on cluster boundaries. */
export type Caret = { readonly anchor: CodePoint; readonly focus: CodePoint };

export type CaretStep = "character" | "word" | "text";

export const caretAt = (offset: CodePoint): Caret => ({ anchor: offset, focus: offset });

/** What the cursor has selected, in reading order; undefined where it is a mere cursor. White space is kept as it is. */
export function caretRange({ anchor, focus }: Caret): Range | undefined {
  if (anchor === focus) return undefined;
  return anchor < focus ? { start: anchor, end: focus } : { start: focus, end: anchor };
}

/**
 * The cursor one step on in logical direction. Without `extend` a selection collapses to the side of the direction, as
 * it does everywhere. By word it stops behind words going forward and before them going back.
 */
export function movedCaret(
  subject: Prepared,
  caret: Caret,
  direction: Direction,
  step: CaretStep,
  extend: boolean,
): Caret {
  const selected = caretRange(caret);
  if (selected && !extend && step === "character") {
    return caretAt(direction === "forward" ? selected.end : selected.start);
  }
  const focus = target(subject, caret.focus, direction, step);
  return extend ? { anchor: caret.anchor, focus } : caretAt(focus);
}

function target(
  { text, words }: Prepared,
  from: CodePoint,
  direction: Direction,
  step: CaretStep,
): CodePoint {
  const limit = direction === "forward" ? text.length : codePoint(0);
  switch (step) {
    case "text":
      return limit;
    case "character":
      return direction === "forward" ? nextBoundary(text, from) : previousBoundary(text, from);
    case "word": {
      const stops = words().filter((word) => word.isWordLike);
      const stop =
        direction === "forward"
          ? stops.find(({ end }) => end > from)?.end
          : stops.findLast(({ start }) => start < from)?.start;
      return stop ?? limit;
    }
  }
}
