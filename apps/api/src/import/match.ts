import type { SegmentRecord } from "@spanbridge/formats";
import type { KnownSegment } from "../db/import-known.ts";
import type { NewRevision } from "../db/import-rows.ts";

/** An annotation with nothing in it, in the stored form: what a row with text alone gives. */
export const EMPTY = "{}";

/** What is to be done with a row whose segment is there already. */
export type Match =
  | { readonly kind: "unchanged" }
  | { readonly kind: "bad"; readonly code: string; readonly message: string }
  /** A first annotation of the known segment; with a new translation where `revision` is given. */
  | { readonly kind: "annotate"; readonly pivotRevision: number; readonly revision: NewRevision | undefined };

/** Compares a row with the segment of the same id. `body` is the row's annotation in the stored form. */
export function match(record: SegmentRecord, body: string, known: KnownSegment): Match {
  const { sourceText, pivotText } = record.annotation;
  if (known.sourceText !== sourceText) {
    return {
      kind: "bad",
      code: "other_source_text",
      message:
        "The project has a segment with this id and another source text. Give the row another id, or import it into a project of its own.",
    };
  }
  const found = revisionOf(known, pivotText);
  const { annotation } = known;
  if (annotation && annotation.body === body && annotation.pivotRevision === found)
    return { kind: "unchanged" };
  if (annotation && annotation.body !== EMPTY) {
    return {
      kind: "bad",
      code: "other_annotation",
      message:
        "The layer holds another annotation of this segment, and an import overwrites nothing. Import into another layer or another project.",
    };
  }
  if (found !== undefined) return { kind: "annotate", pivotRevision: found, revision: undefined };
  const next = (known.revisions.at(-1)?.revision ?? 0) + 1;
  const revision = { segmentId: known.id, revision: next, text: pivotText };
  return { kind: "annotate", pivotRevision: next, revision };
}

/** Which revision of the known translation reads like this. A row without a translation goes with the imported one. */
function revisionOf(known: KnownSegment, text: string): number | undefined {
  if (text === "" || text === (known.pivotText ?? "")) return 0;
  return known.revisions.find((revision) => revision.text === text)?.revision;
}
