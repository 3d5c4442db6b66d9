import { z } from "zod";
import { projectRefSchema } from "./project.ts";
import { queueFilterSchema, queueItemSchema } from "./review.ts";

/**
 * What can be done to all segments of a filtered queue at once. `accept`: those pending ones that no signal touches.
 * `reset`: decided and skipped ones become pending again; managers only. `assign`: to a member, or to nobody; managers only.
 */
export const bulkActionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("accept") }),
  z.object({ kind: z.literal("reset") }),
  z.object({ kind: z.literal("assign"), assignee: z.string().min(1).max(200).nullable() }),
]);
export type BulkAction = z.infer<typeof bulkActionSchema>;

export const bulkSchema = projectRefSchema.extend({ filter: queueFilterSchema, action: bulkActionSchema });

/** What would change: how many segments, and the first of them. */
export const bulkPreviewSchema = z.object({ count: z.int(), examples: z.array(queueItemSchema) });
export type BulkPreview = z.infer<typeof bulkPreviewSchema>;

/**
 * What has changed. `batch` takes it back as a whole; null where nothing was written to histories. `left`: segments that
 * somebody has changed since.
 */
export const bulkResultSchema = z.object({ batch: z.uuid().nullable(), changed: z.int(), left: z.int() });
export type BulkResult = z.infer<typeof bulkResultSchema>;

/**
 * The last act of one's own on many segments, as long as it can be taken back anywhere; null where it is taken back already or nothing
 * of it stands alone any more. `title`: of its entries in the histories. `changed`: segments it changed; `untouched`: those in which
 * nothing was done since, which are the ones that taking it back changes.
 */
export const lastBulkSchema = z
  .object({ batch: z.uuid(), title: z.string(), at: z.iso.datetime(), changed: z.int(), untouched: z.int() })
  .nullable();
export type LastBulk = z.infer<typeof lastBulkSchema>;

/** A filtered queue, to be kept as a list of segments. */
export const keepQueueSchema = projectRefSchema.extend({ filter: queueFilterSchema });

export const undoBulkSchema = projectRefSchema.extend({ batch: z.uuid() });
