import { cutsNoCluster, range, type Span, type Text } from "@spanbridge/shared";
import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import type { JsonObject, SpanExtras, TokenRange } from "../record.ts";
import { arrangeSpans, makeSpan } from "../spans.ts";

/** One token as a file has it. */
export type TokenLine = {
  readonly number: number;
  readonly form: string;
  /** Null for O. `ends`: nothing can continue it. */
  readonly tag: { readonly begins: boolean; readonly ends?: boolean; readonly label: string } | null;
  /** Who marked it; empty where the file does not say. */
  readonly annotator?: string;
};

type Run = { readonly label: string; readonly from: number; to: number; readonly annotator: string };

/**
 * The spans that the tags state, and who made them. An `I-` that continues nothing begins a span, with a warning: so
 * do the readers of this format, and leaving the entity out would lose what somebody marked. `quiet`: in this file an
 * `I-` begins an entity by rule (IOB1).
 */
export function readTags(
  tokens: readonly TokenLine[],
  ranges: readonly TokenRange[],
  text: Text,
  context: FileContext,
  report: RowReport,
  quiet = false,
): { readonly spans: readonly Span[]; readonly spanExtras: SpanExtras | null } {
  const spans: Span[] = [];
  const lines = new Map<string, number>();
  const extras: [string, JsonObject][] = [];
  for (const run of runsOf(tokens, report, quiet)) {
    const number = tokens[run.from]?.number ?? report.row;
    const [start, end] = [ranges[run.from]?.[0] ?? 0, ranges[run.to - 1]?.[1] ?? 0];
    if (!cutsNoCluster(text, range(start, end))) {
      const message = `The entity from ${start} to ${end} would cut a character in two.`;
      report.error("tag", "cuts_cluster", message, number);
      continue;
    }
    const id = `s${spans.length + 1}`;
    spans.push(makeSpan(id, "source", start, end, run.label, context.imported));
    lines.set(id, number);
    if (run.annotator !== "") extras.push([id, { annotator: run.annotator }]);
  }
  arrangeSpans(spans, ({ id }) => `tag of line ${lines.get(id)}`, context, report);
  return { spans, spanExtras: extras.length > 0 ? Object.fromEntries(extras) : null };
}

function runsOf(tokens: readonly TokenLine[], report: RowReport, quiet: boolean): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const [at, { tag, number, annotator = "" }] of tokens.entries()) {
    if (!tag) {
      open = undefined;
    } else if (!tag.begins && open?.label === tag.label) {
      open.to = at + 1;
    } else {
      if (!tag.begins && !quiet) {
        const message = `I-${tag.label} continues no span of this label; it was taken as the beginning of one.`;
        report.warning("tag", "orphan_inside", message, number);
      }
      open = { label: tag.label, from: at, to: at + 1, annotator };
      runs.push(open);
    }
    if (tag?.ends) open = undefined;
  }
  return runs;
}
