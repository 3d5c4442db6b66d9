import {
  type Annotation,
  annotationSchema,
  applyTransaction,
  type EditPolicy,
  type Transaction,
  transactionSchema,
} from "@spanbridge/shared";
import { segmentViewSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { type GivenUp, hasUnsaved, type Queue } from "./queue.ts";

/** What is shown of a segment beside its annotation. */
const segmentMetaSchema = segmentViewSchema.omit({ annotation: true, seq: true, basis: true });
export type SegmentMeta = Readonly<z.infer<typeof segmentMetaSchema>>;

/** A segment with edits that the server has not confirmed, as it is kept on this computer. */
export type OutboxRecord = {
  readonly version: 1;
  /** Of this record, whoever owns it. One segment can have several: two tabs may have left edits of it. */
  readonly id: string;
  readonly meta: SegmentMeta;
  readonly base: Annotation;
  readonly seq: number;
  readonly basis: string;
  readonly sent: readonly Transaction[];
  readonly waiting: readonly Transaction[];
  readonly givenUp: readonly GivenUp[];
};

export const outboxRecordSchema: z.ZodType<OutboxRecord> = z.object({
  version: z.literal(1),
  id: z.string(),
  meta: segmentMetaSchema,
  base: annotationSchema,
  seq: z.int().nonnegative(),
  basis: z.string().default(""),
  sent: z.array(transactionSchema),
  waiting: z.array(transactionSchema),
  givenUp: z.array(
    z.object({
      transaction: transactionSchema,
      kind: z.enum(["conflict", "refused"]),
      message: z.string(),
      by: z.string().nullable(),
      over: annotationSchema,
    }),
  ),
});

/**
 * Where unsaved edits of one person in one project outlive the tab. Writes take effect in the order of the calls; a
 * failed one (no room, private window) is reported by rejecting.
 */
export type Outbox = {
  readonly put: (record: OutboxRecord) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Takes over what closed or crashed tabs have left of one segment, or of all; the caller owns it from now on. */
  readonly claim: (number?: number) => Promise<readonly OutboxRecord[]>;
};

/** Nothing to keep: neither unsaved edits nor given-up ones that the person has not seen. */
export const isSettled = (queue: Queue): boolean => !hasUnsaved(queue) && queue.givenUp.length === 0;

export const recordOf = (id: string, meta: SegmentMeta, queue: Queue): OutboxRecord => ({
  version: 1,
  id,
  meta,
  base: queue.base,
  seq: queue.seq,
  basis: queue.basis,
  sent: queue.sent,
  waiting: queue.waiting,
  givenUp: queue.givenUp,
});

/**
 * The queue as it was. Edits that the project's rules no longer allow (a label is gone) are given up, except for those
 * that may have arrived already: of them the server knows best.
 */
export function queueFrom(record: OutboxRecord, policy: EditPolicy): Queue {
  let current: Annotation = record.base;
  const waiting: Transaction[] = [];
  const givenUp: GivenUp[] = [...record.givenUp];
  for (const transaction of record.sent) {
    const next = applyTransaction(current, transaction, policy);
    if (next.ok) current = next.value;
  }
  for (const transaction of record.waiting) {
    const next = applyTransaction(current, transaction, policy);
    if (next.ok) {
      current = next.value;
      waiting.push(transaction);
    } else {
      givenUp.push({ transaction, kind: "refused", message: next.error.message, by: null, over: current });
    }
  }
  const { base, seq, basis, sent } = record;
  return { base, seq, basis, sent, waiting, givenUp, current };
}
