import {
  evaluateSchema,
  evaluationIdSchema,
  evaluationProgressSchema,
  evaluationSchema,
  openFigureSchema,
  segmentListRefSchema,
  segmentListSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

const never = new AbortController().signal;

export const evaluation = router({
  /** Scores of layers against one that counts as right. Closing the request cancels. */
  run: procedure
    .input(evaluateSchema)
    .output(evaluationSchema)
    .query(({ ctx, input, signal }) => ctx.services.evaluation.run(ctx.actor, input, signal ?? never)),
  /** Null where no such evaluation is running (not begun yet, or over). */
  progress: procedure
    .input(z.object({ evaluationId: evaluationIdSchema }))
    .output(evaluationProgressSchema.nullable())
    .query(({ ctx, input }) => ctx.services.evaluation.progress(ctx.actor, input)),
  /** Keeps the segments behind a figure as a list for the review screen. */
  open: procedure
    .input(openFigureSchema)
    .output(segmentListSchema)
    .mutation(({ ctx, input, signal }) => ctx.services.evaluation.open(ctx.actor, input, signal ?? never)),
});

export const lists = router({
  get: procedure
    .input(segmentListRefSchema)
    .output(segmentListSchema)
    .query(({ ctx, input }) => ctx.services.lists.get(ctx.actor, input)),
});
