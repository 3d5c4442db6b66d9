import {
  commitResultSchema,
  commitSchema,
  eventsResultSchema,
  eventsSchema,
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
});
