import type { NewAnnotation, NewRevision, NewSegment, StateChange } from "../db/import-rows.ts";

/** What is written to the database at once. */
export class Batch {
  readonly segments: NewSegment[] = [];
  readonly annotations: NewAnnotation[] = [];
  /** Of segments that were there before. */
  readonly filled: NewAnnotation[] = [];
  readonly revisions: NewRevision[] = [];
  readonly states: StateChange[] = [];
}
