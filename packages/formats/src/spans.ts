import {
  codePoint,
  compareSpans,
  cutsNoCluster,
  type Provenance,
  type Side,
  type Span,
  spanId,
  type Text,
} from "@spanbridge/shared";
import type { FileContext } from "./context.ts";
import type { Reporter } from "./diagnostics.ts";
import { MAX_LABEL } from "./limits.ts";
import { mapLabel } from "./options/label-map.ts";
import { show } from "./show.ts";

/**
 * A label as it is called here: mapped where the import maps labels, then held against the label set. Null where its
 * entities are to be left out, which is a warning; undefined where it may not be used, which is an error.
 */
export function readLabel(
  label: string,
  field: string,
  context: FileContext,
  report: Reporter,
): string | null | undefined {
  count(label, context.foundLabels);
  const mapped = mapLabel(label, context.labelMap);
  if (mapped === null) {
    report.warning(field, "label_left_out", `${show(label)}: left out, as the label map says.`);
    return null;
  }
  return checkLabel(mapped, label, field, context, report) ? mapped : undefined;
}

/** A file with a new label in every row is broken; it must not fill the memory as well. */
const MAX_FOUND = 1000;

function count(label: string, found: Map<string, number> | undefined): void {
  if (!found) return;
  const times = found.get(label);
  if (times !== undefined || found.size < MAX_FOUND) found.set(label, (times ?? 0) + 1);
}

function checkLabel(
  label: string,
  original: string,
  field: string,
  context: FileContext,
  report: Reporter,
): boolean {
  const { labels } = context;
  const name = label === original ? show(label) : `${show(label)} (from ${show(original)})`;
  if (labels) {
    if (labels.has(label)) return true;
    const known = [...labels].slice(0, 12).join(", ");
    const message = `The label ${name} is not in the label set (${known}${labels.size > 12 ? ", …" : ""}).`;
    report.error(field, "unknown_label", message);
    return false;
  }
  if (label !== "" && label.length <= MAX_LABEL && !/\s/u.test(label)) return true;
  const message = `The label ${name} must have 1 to ${MAX_LABEL} characters and no spaces.`;
  report.error(field, "invalid_label", message);
  return false;
}

/** Whether [start, end) is a range of whole characters of the text; otherwise says why not. */
export function checkRange(start: number, end: number, text: Text, field: string, report: Reporter): boolean {
  if (start >= end) {
    const message = `The range ${start} to ${end} is empty: the end must be greater than the start.`;
    report.error(`${field}.end`, "empty_range", message);
    return false;
  }
  if (end > text.length) {
    const message = `The range ${start} to ${end} is outside the text, which has ${text.length} code points.`;
    report.error(start >= text.length ? `${field}.start` : `${field}.end`, "outside_text", message);
    return false;
  }
  const range = { start: codePoint(start), end: codePoint(end) };
  if (cutsNoCluster(text, range)) return true;
  const atStart = !cutsNoCluster(text, { start: range.start, end: text.length });
  const edge = atStart ? start : end;
  const around = text.slice({ start: codePoint(Math.max(0, edge - 1)), end: codePoint(edge + 1) });
  const message = `Offset ${edge} lies inside one character as people see it (within ${show(around)}).`;
  report.error(`${field}.${atStart ? "start" : "end"}`, "cuts_cluster", message);
  return false;
}

export function makeSpan(
  id: string,
  side: Side,
  start: number,
  end: number,
  label: string,
  provenance: Provenance,
): Span {
  return { id: spanId(id), side, start: codePoint(start), end: codePoint(end), label, provenance };
}

/** Sorts spans into canonical order and reports what may not stand beside each other; `fieldOf` names a span's place. */
export function arrangeSpans(
  spans: Span[],
  fieldOf: (span: Span) => string,
  context: FileContext,
  report: Reporter,
): void {
  if (!isSorted(spans)) spans.sort(compareSpans);
  let reach: Span | undefined;
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index];
    if (!span) continue;
    if (reach?.side !== span.side) reach = undefined;
    if (reach && span.start < reach.end) {
      const twin = twinBefore(spans, index, span);
      if (twin) {
        const message = `The same range with the same label (${span.label}) is given twice.`;
        report.error(fieldOf(span), "duplicate_span", message);
      } else if (!context.allowOverlap) {
        const message = `The range ${span.start} to ${span.end} overlaps ${reach.start} to ${reach.end}; overlapping spans are not allowed here.`;
        report.error(fieldOf(span), "overlap", message);
      }
    }
    if (!reach || span.end > reach.end) reach = span;
  }
}

function isSorted(spans: readonly Span[]): boolean {
  for (let index = 1; index < spans.length; index++) {
    const [a, b] = [spans[index - 1], spans[index]];
    if (a && b && compareSpans(a, b) > 0) return false;
  }
  return true;
}

/** An earlier span with the same range and label; those of one range stand side by side. */
function twinBefore(spans: readonly Span[], index: number, span: Span): Span | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const other = spans[at];
    if (!other || other.side !== span.side || other.start !== span.start || other.end !== span.end)
      return undefined;
    if (other.label === span.label) return other;
  }
  return undefined;
}
