import { CopyLines } from "../db/copy.ts";
import { insertDocuments, type NewDocument } from "../db/import-documents.ts";
import {
  ANNOTATION_COLUMNS,
  annotationLine,
  fillAnnotations,
  insertRevisions,
  type NewAnnotation,
  type NewRevision,
  type NewSegment,
  SEGMENT_COLUMNS,
  type StateChange,
  segmentLine,
  setStates,
} from "../db/import-rows.ts";
import type { Tx } from "../db/transaction.ts";
import type { ImportTarget } from "./target.ts";

/** What is written to the database at once: for the two large tables alternately some hundred kilobytes. */
export class Batch {
  readonly #revisions: NewRevision[] = [];
  readonly #filled: NewAnnotation[] = [];
  readonly #states: StateChange[] = [];
  #otherBytes = 0;
  readonly #target: ImportTarget;
  readonly #now: string;
  readonly #segments = new CopyLines();
  readonly #annotations = new CopyLines();

  constructor(target: ImportTarget, now: string) {
    this.#target = target;
    this.#now = now;
  }

  get bytes(): number {
    return this.#segments.bytes + this.#annotations.bytes + this.#otherBytes;
  }

  addRevision(revision: NewRevision): void {
    this.#revisions.push(revision);
    this.#otherBytes += revision.text.length;
  }

  /** An annotation of a segment that was there before, in the place of an empty one if there is one. */
  fillAnnotation(annotation: NewAnnotation): void {
    this.#filled.push(annotation);
    this.#otherBytes += annotation.body.length;
  }

  setState(change: StateChange): void {
    this.#states.push(change);
  }

  addSegment(segment: NewSegment): void {
    this.#segments.add(segmentLine(this.#target.projectId, segment, this.#now));
  }

  addAnnotation(annotation: NewAnnotation): void {
    this.#annotations.add(annotationLine(this.#target.layer.id, annotation, this.#now));
  }

  async write(tx: Tx, documents: readonly NewDocument[]): Promise<void> {
    const { projectId, layer, userId } = this.#target;
    await insertDocuments(tx, projectId, documents);
    await this.#segments.copyInto(tx, SEGMENT_COLUMNS);
    await insertRevisions(tx, userId, this.#revisions);
    await this.#annotations.copyInto(tx, ANNOTATION_COLUMNS);
    await fillAnnotations(tx, layer.id, this.#filled);
    await setStates(tx, this.#states);
  }
}
