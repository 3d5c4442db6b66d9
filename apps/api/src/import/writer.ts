import type { SegmentRecord } from "@spanbridge/formats";
import { type Digest, digestOf } from "@spanbridge/shared";
import { encodeBody } from "../db/annotation-body.ts";
import { Documents } from "../db/import-documents.ts";
import { findKnownSegments, type KnownSegment } from "../db/import-known.ts";
import { readSegmentsEnd, type SegmentsEnd, writeNextNumber } from "../db/segment-numbers.ts";
import type { Tx } from "../db/transaction.ts";
import { Batch } from "./batch.ts";
import { contentHash, type ExternalIds } from "./external-ids.ts";
import { match } from "./match.ts";
import { ownLanguage } from "./own-language.ts";
import type { ImportTally } from "./report.ts";
import type { ImportTarget } from "./target.ts";
import { uuid7Source } from "./uuid7.ts";

/** A good row of a file on its way into the database. */
export type Row = { readonly file: string; readonly row: number; readonly record: SegmentRecord };
type NamedRow = Row & { readonly hash: string; readonly externalId: string };

/** Of a segment in which people see no annotation yet. */
const NOTHING: Digest = { worth: 0, signals: [], confidence: undefined };

/** Bytes to a batch: enough for a COPY not to be felt, few enough to lie in memory twice. */
const FULL = 2 * 1024 * 1024;
/** Rows looked up at a time. */
const LOOKED_UP = 500;

/**
 * Writes the rows of one file into a project inside the caller's transaction, which holds the project's import lock:
 * nobody else adds segments meanwhile.
 */
export class SegmentWriter {
  readonly #tx: Tx;
  readonly #target: ImportTarget;
  readonly #tally: ImportTally;
  readonly #documents: Documents;
  readonly #nextId: () => string;
  readonly #now = new Date().toISOString();
  readonly #firstNumber: number;
  #number: number;
  #batch: Batch;

  private constructor(
    tx: Tx,
    target: ImportTarget,
    tally: ImportTally,
    documents: Documents,
    { number, lastId }: SegmentsEnd,
  ) {
    this.#tx = tx;
    this.#target = target;
    this.#tally = tally;
    this.#documents = documents;
    this.#nextId = uuid7Source(lastId);
    this.#firstNumber = number;
    this.#number = number;
    this.#batch = new Batch(target, this.#now);
  }

  static async open(tx: Tx, target: ImportTarget, tally: ImportTally): Promise<SegmentWriter> {
    const { projectId } = target;
    const documents = await Documents.open(tx, projectId);
    return new SegmentWriter(tx, target, tally, documents, await readSegmentsEnd(tx, projectId));
  }

  /** How many rows `add` would like at a time: as they come, unless each has to be looked up. */
  get wanted(): number {
    return this.#isEmpty ? 1 : LOOKED_UP;
  }

  /** In an empty project everything is new: no two rows of one file have the same name. */
  get #isEmpty(): boolean {
    return this.#firstNumber === 1;
  }

  /** Makes rows ready. `ids` names the rows of the file. */
  async add(rows: readonly Row[], ids: ExternalIds): Promise<void> {
    const named = rows.map((row): NamedRow => {
      const { sourceText, pivotText } = row.record.annotation;
      const hash = contentHash(sourceText, row.record.originalPivotText ?? pivotText);
      return { ...row, hash, externalId: ids.of(row.record, hash) };
    });
    const known = await this.#findKnown(named);
    const fresh = named.filter(({ externalId }) => !known.has(externalId));
    const documents = await this.#documents.resolve(
      new Set(fresh.map(({ record }) => record.document ?? "")),
    );
    for (const row of named) {
      const found = known.get(row.externalId);
      if (found) this.#annotate(row, found);
      else this.#insert(row, documents.get(row.record.document ?? "") ?? "");
    }
  }

  get isFull(): boolean {
    return this.#batch.bytes >= FULL;
  }

  /** Sends what is ready. Rows may be added meanwhile; they wait for the next time. */
  flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = new Batch(this.#target, this.#now);
    return batch.write(this.#tx, this.#documents.takeFresh());
  }

  /** Gives the numbers that were used up for good. */
  async close(): Promise<void> {
    if (this.#number > this.#firstNumber)
      await writeNextNumber(this.#tx, this.#target.projectId, this.#number);
  }

  async #findKnown(rows: readonly NamedRow[]): Promise<ReadonlyMap<string, KnownSegment>> {
    if (this.#isEmpty || rows.length === 0) return new Map();
    const { projectId, layer } = this.#target;
    return findKnownSegments(
      this.#tx,
      projectId,
      layer.id,
      rows.map(({ externalId }) => externalId),
    );
  }

  #insert({ record, hash, externalId }: NamedRow, documentId: string): void {
    const { annotation, originalPivotText, meta } = record;
    const { sourceText, pivotText, review, flagged } = annotation;
    const id = this.#nextId();
    const first = originalPivotText ?? pivotText;
    const revised = first !== pivotText;
    const shown = this.#target.layer.name === "predictions";
    this.#batch.addSegment({
      id,
      documentId,
      number: this.#number++,
      externalId,
      contentHash: hash,
      sourceLang: ownLanguage(record.sourceLang, this.#target.sourceLang),
      sourceText,
      pivotText: first === "" ? null : first,
      meta,
      state: shown ? review.state : "pending",
      flagged: shown && flagged,
      digest: shown ? digestOf(annotation) : NOTHING,
    });
    if (revised) this.#batch.addRevision({ segmentId: id, revision: 1, text: pivotText });
    this.#batch.addAnnotation({ segmentId: id, pivotRevision: revised ? 1 : 0, body: this.#bodyOf(record) });
    this.#countImported(record);
  }

  #annotate({ file, row, record }: Row, known: KnownSegment): void {
    const body = this.#bodyOf(record);
    const found = match(record, body, known);
    switch (found.kind) {
      case "unchanged":
        this.#tally.unchanged++;
        return;
      case "bad": {
        const { code, message } = found;
        this.#tally.skip([{ severity: "error", file, row, field: "", code, message }]);
        return;
      }
      case "annotate": {
        const { pivotRevision, revision } = found;
        this.#batch.fillAnnotation({ segmentId: known.id, pivotRevision, body });
        if (revision) this.#batch.addRevision(revision);
        const { review, flagged } = record.annotation;
        if (this.#target.layer.name === "predictions" && !known.edited) {
          this.#batch.setState({ segmentId: known.id, state: review.state, flagged });
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
}
