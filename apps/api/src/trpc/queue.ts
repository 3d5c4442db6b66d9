import {
  queuePlaceResultSchema,
  queuePlaceSchema,
  queueWindowResultSchema,
  queueWindowSchema,
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
});
