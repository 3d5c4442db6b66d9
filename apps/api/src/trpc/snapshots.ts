import {
  compareSnapshotsSchema,
  comparisonSchema,
  createSnapshotSchema,
  projectRefSchema,
  removeSnapshotSchema,
  snapshotDetailSchema,
  snapshotInfoSchema,
  snapshotPlanSchema,
  snapshotPreviewSchema,
  snapshotRefSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const snapshots = router({
  list: procedure
    .input(projectRefSchema)
    .output(z.array(snapshotInfoSchema))
    .query(({ ctx, input }) => ctx.services.snapshots.list(ctx.actor, input)),
  get: procedure
    .input(snapshotRefSchema)
    .output(snapshotDetailSchema)
    .query(({ ctx, input }) => ctx.services.snapshots.get(ctx.actor, input)),
  preview: procedure
    .input(projectRefSchema.extend({ plan: snapshotPlanSchema }))
    .output(snapshotPreviewSchema)
    .query(({ ctx, input }) => ctx.services.snapshots.preview(ctx.actor, input)),
  create: procedure
    .input(createSnapshotSchema)
    .output(snapshotDetailSchema)
    .mutation(({ ctx, input }) => ctx.services.snapshots.create(ctx.actor, input)),
  compare: procedure
    .input(compareSnapshotsSchema)
    .output(comparisonSchema)
    .query(({ ctx, input }) => ctx.services.snapshots.compare(ctx.actor, input)),
  remove: procedure
    .input(removeSnapshotSchema)
    .output(z.object({ segments: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.snapshots.remove(ctx.actor, input)),
});
