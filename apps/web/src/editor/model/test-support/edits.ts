import { type Annotation, commands, type Edit, range, revisePivot, spanId } from "@spanbridge/shared";

const labels = ["PER", "ORG", "LOC"];

/** Which edit, of what, to what: small numbers, so that two people often mean the same. `kind` is below 9. */
export type Choice = { readonly kind: number; readonly pick: number; readonly value: number };

/**
 * Some edit that a person could make; often one that another person makes at the same time. `fresh` names a new span,
 * `texts` are what a translation may become.
 */
export function someEdit(
  now: Annotation,
  { kind, pick, value }: Choice,
  user: string,
  fresh: string,
  texts: readonly string[],
): Edit[] {
  const span = now.spans[pick % Math.max(1, now.spans.length)];
  const other = now.spans[value % Math.max(1, now.spans.length)];
  const label = labels[value % labels.length] ?? "PER";
  switch (kind) {
    case 0:
      return span ? commands.relabelSpan(now, span.id, label, user) : [];
    case 1:
      return span ? commands.moveSpan(now, span.id, range(pick % 4, (pick % 4) + 1 + (value % 4)), user) : [];
    case 2:
      return span ? commands.removeSpan(now, span.id) : [];
    case 3: {
      const side = pick % 2 === 0 ? "source" : "pivot";
      return commands.addSpan(now, side, range(pick % 5, (pick % 5) + 2), label, spanId(fresh), user);
    }
    case 4:
      return span && other ? commands.linkSpans(now, span.id, other.id, user) : [];
    case 5:
      return span ? commands.markAbsent(now, span.id, "not_an_entity_there", user) : [];
    case 6: {
      const text = texts[value % texts.length] ?? "";
      return text === now.pivotText ? [] : [...revisePivot(now, text).edits];
    }
    case 7:
      return commands.setReview(now, value % 2 === 0 ? "accepted" : "skipped");
    default:
      return commands.setFlag(now, value % 2 === 0);
  }
}
