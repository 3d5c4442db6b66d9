import type { Brand } from "./brand.ts";

/** Ids of rows are UUIDs (version 7: they sort by time of creation). */
export type ProjectId = Brand<string, "ProjectId">;
export type DocumentId = Brand<string, "DocumentId">;
export type SegmentId = Brand<string, "SegmentId">;
export type LayerId = Brand<string, "LayerId">;
export type LabelId = Brand<string, "LabelId">;
export type UserId = Brand<string, "UserId">;
export type TransactionId = Brand<string, "TransactionId">;

/** Ids of spans and notes are unique within one annotation; an imported file's own ids are kept. */
export type SpanId = Brand<string, "SpanId">;
export type NoteId = Brand<string, "NoteId">;

/** Position of a segment in its project, from 1; short and stable, so that it can stand in a URL. */
export type SegmentNumber = Brand<number, "SegmentNumber">;

export const spanId = (value: string): SpanId => value as SpanId;
export const noteId = (value: string): NoteId => value as NoteId;
export const transactionId = (value: string): TransactionId => value as TransactionId;
export const segmentNumber = (value: number): SegmentNumber => value as SegmentNumber;
export const userId = (value: string): UserId => value as UserId;
