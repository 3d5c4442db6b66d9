import {
  compareRunsSchema,
  learningSchema,
  modelHostsSchema,
  openComparisonSchema,
  projectRefSchema,
  rerunSegmentSchema,
  runComparisonSchema,
  runEstimateSchema,
  runRefSchema,
  runSchema,
  runSegmentsResultSchema,
  runSegmentsSchema,
  segmentListSchema,
  segmentTraceInputSchema,
  segmentTraceSchema,
  setModelHostsSchema,
  showRunSchema,
  startRunSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

const never = new AbortController().signal;

export const runs = router({
  list: procedure
    .input(projectRefSchema)
    .output(z.array(runSchema))
    .query(({ ctx, input }) => ctx.services.runs.list(ctx.actor, input)),
  get: procedure
    .input(runRefSchema)
    .output(runSchema)
    .query(({ ctx, input }) => ctx.services.runs.get(ctx.actor, input)),
  segments: procedure
    .input(runSegmentsSchema)
    .output(runSegmentsResultSchema)
    .query(({ ctx, input }) => ctx.services.runs.segments(ctx.actor, input)),
  /** What a run with these settings would take. */
  estimate: procedure
    .input(startRunSchema)
    .output(runEstimateSchema)
    .query(({ ctx, input }) => ctx.services.runs.estimate(ctx.actor, input)),
  start: procedure
    .input(startRunSchema)
    .output(runSchema)
    .mutation(({ ctx, input }) => ctx.services.runs.start(ctx.actor, input)),
  pause: procedure
    .input(runRefSchema)
    .output(runSchema)
    .mutation(({ ctx, input }) => ctx.services.runs.pause(ctx.actor, input)),
  resume: procedure
    .input(runRefSchema)
    .output(runSchema)
    .mutation(({ ctx, input }) => ctx.services.runs.resume(ctx.actor, input)),
  cancel: procedure
    .input(runRefSchema)
    .output(runSchema)
    .mutation(({ ctx, input }) => ctx.services.runs.cancel(ctx.actor, input)),
  show: procedure
    .input(showRunSchema)
    .output(z.array(runSchema))
    .mutation(({ ctx, input }) => ctx.services.runs.show(ctx.actor, input)),
  /** Null where no run has had the segment. */
  trace: procedure
    .input(segmentTraceInputSchema)
    .output(segmentTraceSchema.nullable())
    .query(({ ctx, input }) => ctx.services.runs.trace(ctx.actor, input)),
  rerun: procedure
    .input(rerunSegmentSchema)
    .output(z.object({ queued: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.runs.rerun(ctx.actor, input)),
  /** Two runs, or a run and a file, held against each other. Closing the request cancels. */
  compare: procedure
    .input(compareRunsSchema)
    .output(runComparisonSchema)
    .query(({ ctx, input, signal }) => ctx.services.runs.compare(ctx.actor, input, signal ?? never)),
  /** Keeps the segments behind a count of a comparison as a list for the review screen. */
  openComparison: procedure
    .input(openComparisonSchema)
    .output(segmentListSchema)
    .mutation(({ ctx, input, signal }) =>
      ctx.services.runs.openComparison(ctx.actor, input, signal ?? never),
    ),
  learning: procedure
    .input(projectRefSchema)
    .output(learningSchema)
    .query(({ ctx, input }) => ctx.services.runs.learning(ctx.actor, input)),
  hosts: procedure.output(modelHostsSchema).query(({ ctx }) => ctx.services.runs.hosts(ctx.actor)),
  setHosts: procedure
    .input(setModelHostsSchema)
    .output(modelHostsSchema)
    .mutation(({ ctx, input }) => ctx.services.runs.setHosts(ctx.actor, input)),
});
