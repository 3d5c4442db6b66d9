import type { Annotation } from "@spanbridge/shared";

/** Any JSON value, as `JSON.parse` gives it. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/** [start, end) in code points. */
export type TokenRange = readonly [number, number];

/**
 * The tokens a file gave for one text, in order. Two tokens may share a range: the parts of a contraction such as German
 * `am` (`an`, `dem`). `forms` is there only where a token is written otherwise than the text under it.
 */
export type Tokens = { readonly ranges: readonly TokenRange[]; readonly forms?: readonly string[] };

/** What came with a row besides the annotation. Plain JSON: store it as it is and give it back for the export. */
export type SegmentMeta = {
  /** `pivot` tokens belong to the translation as imported, not to a revision of it. */
  readonly tokens?: { readonly source?: Tokens; readonly pivot?: Tokens };
  /** The row's further keys, in the file's order. */
  readonly extra?: JsonObject;
};

/** Further keys of entities, by span id. They belong to the annotation, not to the segment: another layer has others. */
export type SpanExtras = { readonly [id: string]: JsonObject };

/**
 * One segment as a file holds it: what a codec reads and writes.
 *
 * `annotation` is complete and canonical: spans, links and absences are sorted, ids are unique, offsets are code points
 * inside the text and cut no grapheme cluster, every link and absence refers to a span that is there. Where the file
 * says nothing of review, flag or notes, they are `pendingReview`, false and none.
 */
export type SegmentRecord = {
  /** The file's own id; null where it has none. */
  readonly id: string | null;
  readonly document: string | null;
  readonly sourceLang: string | null;
  readonly annotation: Annotation;
  /**
   * The translation as first imported, where `annotation.pivotText` is a later revision of it (empty: there was none);
   * null where the two are the same.
   */
  readonly originalPivotText: string | null;
  readonly meta: SegmentMeta | null;
  readonly spanExtras: SpanExtras | null;
};
