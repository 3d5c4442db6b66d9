import { exportOptionsSchema, exportReportSchema, projectRefSchema } from "@spanbridge/shared/contracts";
import { procedure, router } from "./init.ts";

export const exports = router({
  /** What an export with these options would hold and lose; the file itself comes from the export stream. */
  report: procedure
    .input(projectRefSchema.extend({ options: exportOptionsSchema }))
    .output(exportReportSchema)
    .query(({ ctx, input }) => ctx.services.exports.report(ctx.actor, input)),
});
