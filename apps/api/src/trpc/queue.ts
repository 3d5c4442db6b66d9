import {
  bulkPreviewSchema,
  bulkResultSchema,
  bulkSchema,
  countSignalsSchema,
  keepQueueSchema,
  lastBulkSchema,
  projectRefSchema,
  queuePlaceResultSchema,
  queuePlaceSchema,
  queueWindowResultSchema,
  queueWindowSchema,
  segmentListSchema,
  signalCountsSchema,
  undoBulkSchema,
} from "@spanbridge/shared/contracts";
import { procedure, router } from "./init.ts";

export const queue = router({
  window: procedure
    .input(queueWindowSchema)
    .output(queueWindowResultSchema)
    .query(({ ctx, input }) => ctx.services.queue.window(ctx.actor, input)),
  place: procedure
    .input(queuePlaceSchema)
    .output(queuePlaceResultSchema)
    .query(({ ctx, input }) => ctx.services.queue.place(ctx.actor, input)),
  signals: procedure
    .input(countSignalsSchema)
    .output(signalCountsSchema)
    .query(({ ctx, input }) => ctx.services.queue.signals(ctx.actor, input)),
  previewBulk: procedure
    .input(bulkSchema)
    .output(bulkPreviewSchema)
    .query(({ ctx, input }) => ctx.services.queue.previewBulk(ctx.actor, input)),
  applyBulk: procedure
    .input(bulkSchema)
    .output(bulkResultSchema)
    .mutation(({ ctx, input }) => ctx.services.queue.applyBulk(ctx.actor, input)),
  keep: procedure
    .input(keepQueueSchema)
    .output(segmentListSchema)
    .mutation(({ ctx, input }) => ctx.services.queue.keep(ctx.actor, input)),
  lastBulk: procedure
    .input(projectRefSchema)
    .output(lastBulkSchema)
    .query(({ ctx, input }) => ctx.services.queue.lastBulk(ctx.actor, input)),
  undoBulk: procedure
    .input(undoBulkSchema)
    .output(bulkResultSchema)
    .mutation(({ ctx, input }) => ctx.services.queue.undoBulk(ctx.actor, input)),
});
