import {
  fineTuningRefSchema,
  fineTuningSchema,
  projectRefSchema,
  startFineTuningSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const fineTuning = router({
  list: procedure
    .input(projectRefSchema)
    .output(z.array(fineTuningSchema))
    .query(({ ctx, input }) => ctx.services.fineTuning.list(ctx.actor, input)),
  get: procedure
    .input(fineTuningRefSchema)
    .output(fineTuningSchema)
    .query(({ ctx, input }) => ctx.services.fineTuning.get(ctx.actor, input)),
  start: procedure
    .input(startFineTuningSchema)
    .output(fineTuningSchema)
    .mutation(({ ctx, input }) => ctx.services.fineTuning.start(ctx.actor, input)),
  cancel: procedure
    .input(fineTuningRefSchema)
    .output(fineTuningSchema)
    .mutation(({ ctx, input }) => ctx.services.fineTuning.cancel(ctx.actor, input)),
  /** Goes on with one that failed or was cancelled. */
  retry: procedure
    .input(fineTuningRefSchema)
    .output(fineTuningSchema)
    .mutation(({ ctx, input }) => ctx.services.fineTuning.retry(ctx.actor, input)),
});
