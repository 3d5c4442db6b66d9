import {
  exportLogEntrySchema,
  exportOptionsSchema,
  exportPreviewSchema,
  exportReportSchema,
  projectRefSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const exports = router({
  /** What an export with these options would hold and lose; the file itself comes from the export stream. */
  report: procedure
    .input(projectRefSchema.extend({ options: exportOptionsSchema }))
    .output(exportReportSchema)
    .query(({ ctx, input }) => ctx.services.exports.report(ctx.actor, input)),
  /** The first segments as the file would have them. */
  preview: procedure
    .input(projectRefSchema.extend({ options: exportOptionsSchema }))
    .output(exportPreviewSchema)
    .query(({ ctx, input }) => ctx.services.exports.preview(ctx.actor, input)),
  /** What left the project, the latest first. */
  history: procedure
    .input(projectRefSchema.extend({ limit: z.int().min(1).max(200).default(50) }))
    .output(z.array(exportLogEntrySchema))
    .query(({ ctx, input }) => ctx.services.exports.history(ctx.actor, input)),
});
