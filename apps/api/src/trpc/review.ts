import {
  alternativesSchema,
  applyIdenticalSchema,
  batchResultSchema,
  commitResultSchema,
  commitSchema,
  contextResultSchema,
  contextSchema,
  eventsResultSchema,
  eventsSchema,
  findIdenticalSchema,
  foundIdenticalSchema,
  opinionsSchema,
  revertBatchSchema,
  segmentRefSchema,
  segmentViewSchema,
} from "@spanbridge/shared/contracts";
import { procedure, router } from "./init.ts";

export const review = router({
  open: procedure
    .input(segmentRefSchema)
    .output(segmentViewSchema)
    .query(({ ctx, input }) => ctx.services.review.open(ctx.actor, input)),
  commit: procedure
    .input(commitSchema)
    .output(commitResultSchema)
    .mutation(({ ctx, input }) => ctx.services.review.commit(ctx.actor, input)),
  events: procedure
    .input(eventsSchema)
    .output(eventsResultSchema)
    .query(({ ctx, input }) => ctx.services.review.events(ctx.actor, input)),
  alternatives: procedure
    .input(segmentRefSchema)
    .output(alternativesSchema)
    .query(({ ctx, input }) => ctx.services.review.alternatives(ctx.actor, input)),
  /** What each engine and file says about a segment. */
  opinions: procedure
    .input(segmentRefSchema)
    .output(opinionsSchema)
    .query(({ ctx, input }) => ctx.services.review.opinions(ctx.actor, input)),
  context: procedure
    .input(contextSchema)
    .output(contextResultSchema)
    .query(({ ctx, input }) => ctx.services.review.context(ctx.actor, input)),
  findIdentical: procedure
    .input(findIdenticalSchema)
    .output(foundIdenticalSchema)
    .query(({ ctx, input }) => ctx.services.review.findIdentical(ctx.actor, input)),
  applyIdentical: procedure
    .input(applyIdenticalSchema)
    .output(batchResultSchema)
    .mutation(({ ctx, input }) => ctx.services.review.applyIdentical(ctx.actor, input)),
  revertBatch: procedure
    .input(revertBatchSchema)
    .output(batchResultSchema)
    .mutation(({ ctx, input }) => ctx.services.review.revertBatch(ctx.actor, input)),
});
