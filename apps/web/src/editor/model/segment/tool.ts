import type { Range, Side, SpanId } from "@spanbridge/shared";
import { type Caret, caretRange } from "../text/caret.ts";
import type { Edge } from "../text/edges.ts";

/** What the person is in the middle of. One at a time; everything but `idle` ends with Escape and nothing changed. */
export type Tool =
  | { readonly kind: "idle" }
  /** Text is selected by pointer and waits for a label. */
  | { readonly kind: "choosing"; readonly side: Side; readonly range: Range }
  /** The keyboard's text cursor is in a text. With a selection, a label key makes a span of it. */
  | { readonly kind: "caret"; readonly side: Side; readonly caret: Caret }
  /** An edge is being dragged; `range` is where the span would be now. */
  | { readonly kind: "dragging"; readonly span: SpanId; readonly edge: Edge; readonly range: Range }
  /** The next span chosen on the other side gets linked to `from`; `candidate` is what Enter takes. */
  | { readonly kind: "linking"; readonly from: SpanId; readonly candidate: SpanId | undefined }
  /** The reasons for "no counterpart" are on offer. */
  | { readonly kind: "absence"; readonly span: SpanId }
  /** The translation is being rewritten. */
  | { readonly kind: "revising"; readonly draft: string };

export const idle: Tool = { kind: "idle" };

export type ToolEvent =
  | { readonly kind: "escape" }
  | { readonly kind: "choose"; readonly side: Side; readonly range: Range }
  | { readonly kind: "place_caret"; readonly side: Side; readonly caret: Caret }
  | { readonly kind: "grab"; readonly span: SpanId; readonly edge: Edge; readonly range: Range }
  | { readonly kind: "drag"; readonly range: Range }
  | { readonly kind: "link_from"; readonly from: SpanId; readonly candidate: SpanId | undefined }
  | { readonly kind: "aim"; readonly candidate: SpanId }
  | { readonly kind: "explain_absence"; readonly span: SpanId }
  | { readonly kind: "revise"; readonly draft: string }
  | { readonly kind: "type"; readonly draft: string };

/**
 * The tool after an event. An event that means nothing in the present state changes nothing: a late pointer move after
 * the drag has ended, a click into the text while the translation is being rewritten.
 */
export function toolAfter(tool: Tool, event: ToolEvent): Tool {
  if (event.kind === "escape") return idle;
  // A draft is text that somebody has typed: nothing but Escape or saving ends it.
  if (tool.kind === "revising") return event.kind === "type" ? { ...tool, draft: event.draft } : tool;
  switch (event.kind) {
    case "choose":
      return { kind: "choosing", side: event.side, range: event.range };
    case "place_caret":
      return { kind: "caret", side: event.side, caret: event.caret };
    case "grab":
      return { kind: "dragging", span: event.span, edge: event.edge, range: event.range };
    case "drag":
      return tool.kind === "dragging" ? { ...tool, range: event.range } : tool;
    case "link_from":
      return { kind: "linking", from: event.from, candidate: event.candidate };
    case "aim":
      return tool.kind === "linking" ? { ...tool, candidate: event.candidate } : tool;
    case "explain_absence":
      return { kind: "absence", span: event.span };
    case "revise":
      return { kind: "revising", draft: event.draft };
    case "type":
      return tool;
  }
}

/** The text that a label key would make a span of. */
export function chosenText(tool: Tool): { readonly side: Side; readonly range: Range } | undefined {
  if (tool.kind === "choosing") return { side: tool.side, range: tool.range };
  const range = tool.kind === "caret" ? caretRange(tool.caret) : undefined;
  return tool.kind === "caret" && range ? { side: tool.side, range } : undefined;
}

/** The tool after the annotation changed under it: what is about a span that is gone, or text that changed, ends. */
export function toolSurviving(tool: Tool, hasSpan: (id: SpanId) => boolean, pivotChanged: boolean): Tool {
  switch (tool.kind) {
    case "idle":
    case "revising":
      return tool;
    case "choosing":
    case "caret":
      return tool.side === "pivot" && pivotChanged ? idle : tool;
    case "dragging":
    case "absence":
      return hasSpan(tool.span) && !pivotChanged ? tool : idle;
    case "linking":
      return hasSpan(tool.from) && (!tool.candidate || hasSpan(tool.candidate)) ? tool : idle;
  }
}
