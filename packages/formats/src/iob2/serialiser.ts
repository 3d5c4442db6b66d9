import type { Span } from "@spanbridge/shared";
import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { LossCounter } from "../losses.ts";
import { tokenOptions } from "../options/common.ts";
import type { SegmentRecord } from "../record.ts";
import { foldBreaks } from "../tokens/fold.ts";
import { countLosses, type Lose, loser } from "../tokens/losses.ts";
import { type Placed, place } from "../tokens/place.ts";
import { commentsOf } from "./comments.ts";

/** Writes Universal NER .iob2: the source side, one entity a token at most. See `place` for how entities meet tokens. */
export function createIob2Serialiser(options: SerialiseOptions = {}): Serialiser<string> {
  const losses = new LossCounter();
  const policy = tokenOptions.read(options.options);
  const totals = { segments: 0, spans: 0, links: 0 };
  let document: string | null = null;
  let seen = 0;
  return {
    totals,
    losses: () => losses.list(),
    end: () => "",
    segment: (record) => {
      seen++;
      const { annotation } = record;
      const lose = loser(losses, record.id ?? `(segment ${seen})`);
      const text = fold(annotation.sourceText, lose);
      const placed = place(record, text, options.sourceLang ?? "und", policy, lose);
      const written = placed.spans.map(({ span }) => span);
      const comments = commentsOf(record);
      const keeps = {
        document: true,
        language: true,
        spanKey: "annotator",
        key: comments.length > 0 ? "comments" : null,
      };
      countLosses(record, written, keeps, lose);
      if (placed.ranges.length === 0) {
        lose("no_tokens", annotation.sourceText);
        return "";
      }
      const lines: string[] = [];
      if (record.document !== document) {
        document = record.document;
        lines.push(document === null ? "# newdoc" : `# newdoc id = ${fold(document, lose)}`);
      }
      if (record.id !== null) lines.push(`# sent_id = ${fold(record.id, lose)}`);
      lines.push(`# text = ${text}`, ...comments);
      lines.push(...tokenLines(record, placed));
      totals.segments++;
      totals.spans += written.length;
      return `${lines.join("\n")}\n\n`;
    },
  };
}

function tokenLines(record: SegmentRecord, { forms, spans }: Placed): string[] {
  const tags = forms.map(() => "O\t-\t-");
  for (const { span, from, to } of spans) {
    const rest = `${span.label}\t-\t${annotatorOf(record, span)}`;
    for (let at = from; at < to; at++) tags[at] = `${at === from ? "B" : "I"}-${rest}`;
  }
  return forms.map((form, at) => `${at + 1}\t${form}\t${tags[at]}`);
}

/** Who marked it, as imported; a span that somebody has touched since is no longer theirs. */
function annotatorOf({ spanExtras }: SegmentRecord, { id, provenance }: Span): string {
  const annotator = spanExtras && Object.hasOwn(spanExtras, id) ? spanExtras[id]?.annotator : undefined;
  if (provenance.origin !== "import" || typeof annotator !== "string" || annotator.trim() === "") return "-";
  return foldBreaks(annotator) === annotator ? annotator : "-";
}

function fold(value: string, lose: Lose): string {
  const folded = foldBreaks(value);
  if (folded !== value) lose("line_breaks", folded);
  return folded;
}
