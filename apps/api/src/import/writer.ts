import type { SegmentRecord } from "@spanbridge/formats";
import type { Diagnostic } from "@spanbridge/shared/contracts";
import { encodeBody } from "../db/annotation-body.ts";
import { Documents } from "../db/import-documents.ts";
import { findKnownSegments, type KnownSegment } from "../db/import-known.ts";
import {
  copyAnnotations,
  copySegments,
  fillAnnotations,
  insertRevisions,
  setStates,
} from "../db/import-rows.ts";
import { readNextNumber, writeNextNumber } from "../db/segment-numbers.ts";
import type { Tx } from "../db/transaction.ts";
import { Batch } from "./batch.ts";
import { contentHash, type ExternalIds } from "./external-ids.ts";
import { match } from "./match.ts";
import type { ImportTally } from "./report.ts";
import type { ImportTarget } from "./target.ts";
import { uuid7Source } from "./uuid7.ts";

/** A good row of a file on its way into the database. */
export type Row = { readonly file: string; readonly row: number; readonly record: SegmentRecord };

/**
 * Writes rows into a project, batch by batch, inside the caller's transaction, which holds the project's import lock:
 * nobody else adds segments meanwhile.
 */
export class SegmentWriter {
  readonly #tx: Tx;
  readonly #target: ImportTarget;
  readonly #tally: ImportTally;
  readonly #documents: Documents;
  readonly #nextId = uuid7Source();
  readonly #firstNumber: number;
  #number: number;

  private constructor(tx: Tx, target: ImportTarget, tally: ImportTally, number: number) {
    this.#tx = tx;
    this.#target = target;
    this.#tally = tally;
    this.#documents = new Documents(tx, target.projectId);
    this.#firstNumber = number;
    this.#number = number;
  }

  static async open(tx: Tx, target: ImportTarget, tally: ImportTally): Promise<SegmentWriter> {
    return new SegmentWriter(tx, target, tally, await readNextNumber(tx, target.projectId));
  }

  /** `ids` names the rows of one file; ids that a file gives itself are unique in it. */
  async write(rows: readonly Row[], ids: ExternalIds): Promise<void> {
    const named = rows.map((row) => {
      const { sourceText, pivotText } = row.record.annotation;
      const hash = contentHash(sourceText, row.record.originalPivotText ?? pivotText);
      return { ...row, hash, externalId: ids.of(row.record, hash) };
    });
    const known = await this.#findKnown(named.map(({ externalId }) => externalId));
    const fresh = named.filter(({ externalId }) => !known.has(externalId));
    const documents = await this.#documents.resolve(
      new Set(fresh.map(({ record }) => record.document ?? "")),
    );
    const batch = new Batch();
    for (const row of named) {
      const found = known.get(row.externalId);
      if (found) this.#annotate(row, found, batch);
      else this.#insert(row, documents.get(row.record.document ?? "") ?? "", batch);
    }
    await this.#flush(batch);
  }

  /** Gives the numbers that were used up for good. */
  async close(): Promise<void> {
    if (this.#number > this.#firstNumber)
      await writeNextNumber(this.#tx, this.#target.projectId, this.#number);
  }

  async #findKnown(externalIds: readonly string[]): Promise<ReadonlyMap<string, KnownSegment>> {
    const { projectId, layer } = this.#target;
    // Into an empty project everything is new: no two rows of one file have the same name.
    return this.#firstNumber === 1
      ? new Map()
      : findKnownSegments(this.#tx, projectId, layer.id, externalIds);
  }

  #insert(row: Row & { hash: string; externalId: string }, documentId: string, batch: Batch): void {
    const { record, hash, externalId } = row;
    const { annotation, originalPivotText, meta } = record;
    const { sourceText, pivotText, review, flagged } = annotation;
    const id = this.#nextId();
    const first = originalPivotText ?? pivotText;
    const revised = first !== pivotText;
    const shown = this.#target.layer.name === "predictions";
    batch.segments.push({
      id,
      documentId,
      number: this.#number++,
      externalId,
      contentHash: hash,
      sourceText,
      pivotText: first === "" ? null : first,
      meta,
      state: shown ? review.state : "pending",
      flagged: shown && flagged,
    });
    if (revised) batch.revisions.push({ segmentId: id, revision: 1, text: pivotText });
    batch.annotations.push({ segmentId: id, pivotRevision: revised ? 1 : 0, body: this.#bodyOf(record) });
    this.#countImported(record);
  }

  #annotate({ file, row, record }: Row, known: KnownSegment, batch: Batch): void {
    const body = this.#bodyOf(record);
    const found = match(record, body, known);
    switch (found.kind) {
      case "unchanged":
        this.#tally.unchanged++;
        return;
      case "bad": {
        const { code, message } = found;
        const diagnostic: Diagnostic = { severity: "error", file, row, field: "", code, message };
        this.#tally.skip([diagnostic]);
        return;
      }
      case "annotate": {
        const { pivotRevision, revision } = found;
        // An empty one may be there; a COPY could not replace it.
        batch.filled.push({ segmentId: known.id, pivotRevision, body });
        if (revision) batch.revisions.push(revision);
        const { review, flagged } = record.annotation;
        if (this.#target.layer.name === "predictions" && !known.edited) {
          batch.states.push({ segmentId: known.id, state: review.state, flagged });
        }
        this.#countImported(record);
      }
    }
  }

  #bodyOf({ annotation, spanExtras }: SegmentRecord): string {
    return encodeBody({ ...annotation, extras: spanExtras }, this.#target.layer.name);
  }

  #countImported({ annotation }: SegmentRecord): void {
    this.#tally.imported++;
    for (const { label } of annotation.spans) {
      this.#tally.labels.set(label, (this.#tally.labels.get(label) ?? 0) + 1);
    }
    this.#tally.spans += annotation.spans.length;
    this.#tally.links += annotation.links.length;
  }

  async #flush({ segments, annotations, filled, revisions, states }: Batch): Promise<void> {
    const { projectId, layer, userId } = this.#target;
    await copySegments(this.#tx, projectId, segments);
    await insertRevisions(this.#tx, userId, revisions);
    await copyAnnotations(this.#tx, layer.id, annotations);
    await fillAnnotations(this.#tx, layer.id, filled);
    await setStates(this.#tx, states);
  }
}
