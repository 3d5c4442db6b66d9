import { trainingPreviewSchema, trainingRequestSchema } from "@spanbridge/shared/contracts";
import { procedure, router } from "./init.ts";

export const training = router({
  /** What the training data of a snapshot would be; the files come from the download. */
  preview: procedure
    .input(trainingRequestSchema)
    .output(trainingPreviewSchema)
    .query(({ ctx, input }) => ctx.services.training.preview(ctx.actor, input)),
});
